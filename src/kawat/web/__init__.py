"""The page: one face of the questions, read-only and for this machine alone."""

from kawat.web.app import create_app, warm

__all__ = ["create_app", "warm"]
