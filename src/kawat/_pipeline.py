"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+84162ba9"
ACTS = "1882cb3e"
