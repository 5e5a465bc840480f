"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+69116bd0"
ACTS = "bbe7641f"
