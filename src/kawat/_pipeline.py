"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+1b9be6cd"
ACTS = "e8e86701"
