"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+eba09c39"
ACTS = "0092ac1d"
