"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+a7b44acb"
ACTS = "2cf128a9"
