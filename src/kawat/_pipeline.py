"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+c4ec69f1"
ACTS = "6fce2747"
