"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+2f14d5ea"
ACTS = "73c75524"
