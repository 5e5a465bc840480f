"""Strings without a language: tables, tokens, phrases and patterns of them."""

from kawat.text.phrases import Match, PhraseTable, Word, any_of, first_word, fold, slug, words
from kawat.text.tables import read_toml, read_tsv

__all__ = ["Match", "PhraseTable", "Word", "any_of", "first_word", "fold", "read_toml", "read_tsv", "slug", "words"]
