"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+0e6cf7b0"
ACTS = "a70b0cff"
