"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+c8f1940f"
ACTS = "990ab21e"
