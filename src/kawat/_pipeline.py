"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+3a0dfaac"
ACTS = "7a56d7ee"
