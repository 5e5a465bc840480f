"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+89eb9aa2"
ACTS = "589d08bb"
