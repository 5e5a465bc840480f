"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+c30d79b4"
ACTS = "815b3f1d"
