"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+2887b8dd"
ACTS = "7b2e0609"
