"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+cfff9bad"
ACTS = "40ed966a"
