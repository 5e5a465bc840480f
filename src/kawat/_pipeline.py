"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+b3f531f3"
ACTS = "64cdbab1"
