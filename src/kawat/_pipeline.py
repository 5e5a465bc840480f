"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+7ed0f8b6"
ACTS = "45f69f19"
