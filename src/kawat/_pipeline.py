"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+cdc7a976"
ACTS = "40ed966a"
