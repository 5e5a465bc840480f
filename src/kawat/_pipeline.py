"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+26dbc437"
ACTS = "8c538dbf"
