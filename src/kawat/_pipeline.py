"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+81fd8c5a"
ACTS = "42dd82c9"
