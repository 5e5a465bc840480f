"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+f6e46a2e"
ACTS = "802ecb31"
