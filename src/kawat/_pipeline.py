"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+464ce0c1"
ACTS = "52cd0e70"
