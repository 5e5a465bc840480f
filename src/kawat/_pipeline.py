"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+0ef7722c"
ACTS = "a68a1fa4"
