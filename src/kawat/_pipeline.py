"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+65b5304d"
ACTS = "54fc89fc"
