"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+ab9c306c"
ACTS = "5ff8d403"
