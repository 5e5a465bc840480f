"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+d6f74cef"
ACTS = "9e8ca09e"
