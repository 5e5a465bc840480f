"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+fdc3ae95"
ACTS = "91cc91ca"
