"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+e84cc5d9"
ACTS = "ac2e4b98"
