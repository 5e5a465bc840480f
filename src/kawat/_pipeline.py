"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+7c2442e6"
ACTS = "815b3f1d"
