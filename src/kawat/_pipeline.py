"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+0b85bfe8"
ACTS = "a4f13fda"
