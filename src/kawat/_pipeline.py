"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+3b7642f6"
ACTS = "610f1ca4"
