"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+6a859d25"
ACTS = "b4eea3e9"
