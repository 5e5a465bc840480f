"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+ce66aeb5"
ACTS = "4c70124e"
