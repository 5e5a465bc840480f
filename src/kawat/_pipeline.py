"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+4d92eed8"
ACTS = "2aa18478"
