"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+08fe4ae1"
ACTS = "6446ae44"
