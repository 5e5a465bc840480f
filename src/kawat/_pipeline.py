"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+79c9467d"
ACTS = "5f3c921a"
