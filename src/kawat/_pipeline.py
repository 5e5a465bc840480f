"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+fd21dc9d"
ACTS = "6b63bdf0"
