"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+488c8156"
ACTS = "f5637cdf"
