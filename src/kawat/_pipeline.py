"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+513d1acd"
ACTS = "9ef95dff"
