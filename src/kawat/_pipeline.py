"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+ae21b1f2"
ACTS = "75a8028d"
