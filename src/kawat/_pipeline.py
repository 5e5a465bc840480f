"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+3b18ed63"
ACTS = "91cc91ca"
