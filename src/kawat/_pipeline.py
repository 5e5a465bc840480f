"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+02d3e6e4"
ACTS = "f88682c6"
