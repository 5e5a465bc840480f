"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+0d90a9f7"
ACTS = "3cc091a2"
