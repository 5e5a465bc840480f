"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+a0aa64d0"
ACTS = "5a7502f3"
