"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+90cf5387"
ACTS = "bde8a80d"
