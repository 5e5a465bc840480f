"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+f307225a"
ACTS = "fd96e3a1"
