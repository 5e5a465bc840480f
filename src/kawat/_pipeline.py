"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+4e3993fa"
ACTS = "e0a014fd"
