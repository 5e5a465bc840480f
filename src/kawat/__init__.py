"""Kawat reads news reports and keeps who did or said what to whom, when, where, on whose word, and how sure it is."""
