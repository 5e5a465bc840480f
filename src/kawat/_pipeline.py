"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+c57e4bf0"
ACTS = "62efd063"
