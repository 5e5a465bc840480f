"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+e06f13d5"
ACTS = "81a6e49d"
