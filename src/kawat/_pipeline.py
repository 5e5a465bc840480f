"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+8d164c19"
ACTS = "77c39a6e"
