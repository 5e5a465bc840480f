"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+7922da9c"
ACTS = "f5637cdf"
