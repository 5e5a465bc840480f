"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""

PIPELINE = "0.1.0+8db813ff"
ACTS = "92f4ee58"
