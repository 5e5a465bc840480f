"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+cd20f206"
ACTS = "2484ddc5"
