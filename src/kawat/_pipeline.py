"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+e37d9e8a"
ACTS = "c58ab571"
