"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+31d2c75a"
ACTS = "4290eabf"
