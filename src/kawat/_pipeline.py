"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+e1a9f4b9"
ACTS = "177368fc"
