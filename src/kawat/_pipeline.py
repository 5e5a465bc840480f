"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+bc25410c"
ACTS = "659e8b2b"
