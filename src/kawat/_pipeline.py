"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+823109ac"
ACTS = "d0ea2ff2"
