"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+5c177d50"
ACTS = "c0fcb985"
