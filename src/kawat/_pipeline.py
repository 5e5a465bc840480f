"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+e5bbfd92"
ACTS = "1bce3740"
