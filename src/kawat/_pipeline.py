"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+b9e5fa4b"
ACTS = "d1d461be"
