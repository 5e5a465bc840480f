"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+d07847d4"
ACTS = "7a56d7ee"
