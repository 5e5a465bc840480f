"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+460005ef"
ACTS = "6b07a9d2"
