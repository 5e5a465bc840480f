"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+a1e5fb2d"
ACTS = "1980b5c6"
