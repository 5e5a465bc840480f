"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+2c9a32ba"
ACTS = "e60a7060"
