"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+0c68b9f8"
ACTS = "2e4bd112"
