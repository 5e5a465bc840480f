"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+28bffbe3"
ACTS = "ca62a2ae"
