"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+9e9fdcf8"
ACTS = "a031abf3"
