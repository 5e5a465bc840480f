"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+a2c57ba8"
ACTS = "41ce6b31"
