"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+23fabb6f"
ACTS = "06e0c5b9"
