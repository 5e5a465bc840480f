"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+0301fc1a"
ACTS = "cf5bc378"
