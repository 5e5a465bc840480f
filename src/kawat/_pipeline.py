"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+3ef2e521"
ACTS = "e0a014fd"
