"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+e023992f"
ACTS = "f1e4d3a7"
