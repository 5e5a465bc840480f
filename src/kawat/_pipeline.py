"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+b4f16f32"
ACTS = "5ff8d403"
