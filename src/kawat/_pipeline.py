"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+e17eb47b"
ACTS = "0a1b37dd"
