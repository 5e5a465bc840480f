"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+50df3e1b"
ACTS = "c2cbf854"
