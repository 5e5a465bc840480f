"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+a17977ad"
ACTS = "a9f4ae0b"
