"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+0cdbc329"
ACTS = "eef9c3e3"
