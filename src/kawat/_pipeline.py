"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+b00110c0"
ACTS = "c5f6df53"
