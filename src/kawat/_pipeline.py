"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+6ec5976a"
ACTS = "02adfa0f"
