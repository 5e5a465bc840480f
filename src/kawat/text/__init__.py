"""Strings without a language: tables, tokens and phrase matching."""

from kawat.text.phrases import Match, PhraseTable, Word, first_word, fold, words
from kawat.text.tables import read_toml, read_tsv

__all__ = ["Match", "PhraseTable", "Word", "first_word", "fold", "read_toml", "read_tsv", "words"]
