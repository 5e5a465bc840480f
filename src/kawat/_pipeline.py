"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+5b88a54b"
ACTS = "28c3a4cd"
