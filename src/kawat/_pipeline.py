"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+bec36b5f"
ACTS = "9b8f16d6"
