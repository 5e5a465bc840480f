"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+c8c5da3e"
ACTS = "2d29190c"
