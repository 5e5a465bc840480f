"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+b398fc30"
ACTS = "26b2fd7c"
