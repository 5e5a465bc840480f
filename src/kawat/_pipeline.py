"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+c2a70829"
ACTS = "6c447c7b"
