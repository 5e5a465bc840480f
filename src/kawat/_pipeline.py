"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+8d7f9221"
ACTS = "700ff52d"
