"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+1df05d25"
ACTS = "91cc91ca"
