"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+57c782e5"
ACTS = "40c0b76d"
