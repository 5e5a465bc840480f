"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+b1dfe5b3"
ACTS = "99cddf47"
