"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+259968ca"
ACTS = "8f5e5c3a"
