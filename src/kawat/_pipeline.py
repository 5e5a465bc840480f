"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+b9d8e90d"
ACTS = "9ef95dff"
