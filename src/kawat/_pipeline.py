"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+cdeb19d2"
ACTS = "5b521ec0"
