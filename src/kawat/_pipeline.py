"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+c4e8c1ce"
ACTS = "845d80d0"
