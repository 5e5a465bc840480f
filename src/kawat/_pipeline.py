"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+1140fb73"
ACTS = "db22d6f8"
