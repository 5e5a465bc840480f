"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+d5a78d12"
ACTS = "4bc02176"
