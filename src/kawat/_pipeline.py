"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+7afe19d8"
ACTS = "344d1fa8"
