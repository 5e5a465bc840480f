"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+34de4ed7"
ACTS = "990ab21e"
