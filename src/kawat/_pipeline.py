"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+61171923"
ACTS = "f0a4f3bb"
