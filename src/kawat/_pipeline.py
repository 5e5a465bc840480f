"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+8efa5788"
ACTS = "4c35a8ec"
