"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+4f4187c0"
ACTS = "610f1ca4"
