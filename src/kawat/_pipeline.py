"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+0b7d9e49"
ACTS = "3cc091a2"
