"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+cb34c8ff"
ACTS = "177368fc"
