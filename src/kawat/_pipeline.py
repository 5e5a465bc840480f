"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+d0a9ab03"
ACTS = "4ce6e19c"
