"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+fef9ad3f"
ACTS = "40ed966a"
