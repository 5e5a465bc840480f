"""ROOM language: one folder a language, the same files with the same keys in each."""

from kawat.lang.pack import LANGUAGES, folder, table

__all__ = ["LANGUAGES", "folder", "table"]
