"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+bd5b631f"
ACTS = "23e5a516"
