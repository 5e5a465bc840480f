"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+7d787fc3"
ACTS = "845d80d0"
