"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+c3bb40a1"
ACTS = "952731c7"
