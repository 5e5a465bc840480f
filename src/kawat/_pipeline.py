"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+55bed7e6"
ACTS = "f8e5a57d"
