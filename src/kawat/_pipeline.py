"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+6b7e3309"
ACTS = "e2ffe72f"
