"""Measures of quality and speed, each against floors or against another tool in the same run."""
