"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+1478e58a"
ACTS = "19a80dd7"
