"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+e11efc4d"
ACTS = "9fbb5638"
