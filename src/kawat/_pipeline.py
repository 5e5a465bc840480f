"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+b6d0ba4b"
ACTS = "36fdaa10"
