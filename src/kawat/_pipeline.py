"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+3d3eecb1"
ACTS = "efba4150"
