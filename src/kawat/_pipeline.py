"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+b8f3deb5"
ACTS = "659e8b2b"
