"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+39ab6420"
ACTS = "b17ba0de"
