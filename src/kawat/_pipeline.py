"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+ba8c4be5"
ACTS = "9960b608"
