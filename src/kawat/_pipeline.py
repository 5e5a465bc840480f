"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+431eac6a"
ACTS = "5f3c921a"
