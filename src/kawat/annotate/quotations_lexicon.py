"""The words of saying of one language, compiled."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from kawat.lang import table
from kawat.text import any_of

# In a masked text a quoted stretch is a run of QUOTED and a time a run of TIMED, so that neither is read as words.
QUOTED, TIMED = "\x01", "\x02"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Patterns and word sets of `lang/<language>/speech.toml`. All are matched without regard to case."""

    language: str
    inverted: re.Pattern[str]
    weak: frozenset[str]
    inverted_here: re.Pattern[str]
    comma_inverted: re.Pattern[str]
    finite: re.Pattern[str]
    strict: frozenset[str]
    naming: frozenset[str]
    tenses: frozenset[str]
    accusing: frozenset[str]
    nominal: re.Pattern[str]
    audience: re.Pattern[str]
    negation: re.Pattern[str]
    wished: re.Pattern[str]
    according: re.Pattern[str]
    passive: re.Pattern[str] | None
    relay: re.Pattern[str]
    relay_weak: frozenset[str]
    issued: re.Pattern[str]
    media: re.Pattern[str]
    told: re.Pattern[str]
    that: re.Pattern[str]
    continuing: frozenset[str]
    dangling: frozenset[str]
    pronouns: frozenset[str]
    spokes: re.Pattern[str]
    np_stop: re.Pattern[str]
    prepositions: frozenset[str]
    clause: re.Pattern[str]
    adverbs: frozenset[str]
    resume_not: frozenset[str]
    not_speech: re.Pattern[str]
    according_weak: frozenset[str]
    according_back: frozenset[str]
    object_heads: frozenset[str]
    object_shape: re.Pattern[str]
    after_verb: frozenset[str]
    citing: re.Pattern[str]
    not_verbs: frozenset[str]
    verb_shape: re.Pattern[str]
    relative: frozenset[str]
    third_person: frozenset[str]
    one_person: frozenset[str]
    neither_nor: frozenset[str]
    either_or: frozenset[str]
    role_heads: frozenset[str]
    not_sources: frozenset[str]
    hearsay: frozenset[str]
    headline_topics: re.Pattern[str]
    headline_verbs: re.Pattern[str]
    seats: frozenset[str]
    portfolios: re.Pattern[str]
    by: frozenset[str]
    with_: frozenset[str]
    being: frozenset[str]
    future: frozenset[str]
    describing: frozenset[str]
    quoting: re.Pattern[str]
    labels: frozenset[str]
    pointers: frozenset[str]
    anonymous: re.Pattern[str]
    unnamed: re.Pattern[str]
    sided: re.Pattern[str]
    posted: re.Pattern[str]
    insiders: re.Pattern[str]
    source_of: re.Pattern[str]
    anaphor: re.Pattern[str]
    told_before: re.Pattern[str]
    called: dict[str, re.Pattern[str]]
    acts: re.Pattern[str]
    auxiliaries: frozenset[str]
    interviewed: re.Pattern[str]
    platforms: re.Pattern[str]
    articles: re.Pattern[str]
    joint: re.Pattern[str]
    article_words: frozenset[str]
    aside: re.Pattern[str]
    reports: re.Pattern[str]
    reported_by: re.Pattern[str]
    clitic: str


def _bounded(words: Iterable[str], after: str = "") -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{any_of(words)}){after}(?![\w-])", re.IGNORECASE)


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(w.casefold() for w in words)


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language, compiled once."""
    rows: dict[str, Any] = table(language, "speech")
    clitic = rows["clitic"]
    enclitic = rf"(?P<clitic>{clitic})?" if clitic else r"(?P<clitic>(?!))?"
    inverted = [*rows["inverted"], *rows["inverted_weak"]]
    after = rf"(?:{any_of(inverted)})(?:{clitic})?(?![\w-])" if clitic else rf"(?:{any_of(inverted)})(?![\w-])"
    return Lexicon(
        language=language,
        inverted=_bounded(inverted, enclitic),
        weak=_folded(rows["inverted_weak"]),
        inverted_here=re.compile(rf"\s*,?\s*{after}", re.IGNORECASE),
        comma_inverted=re.compile(rf",[\s\"”“]*(?={after})", re.IGNORECASE),
        finite=_bounded([*rows["finite_open"], *rows["finite_strict"], *rows["accusing"]]),
        strict=_folded(rows["finite_strict"]),
        accusing=_folded(rows["accusing"]),
        nominal=_bounded(rows["nominal"]),
        audience=_bounded(rows["audience"]),
        negation=_bounded(rows["negation"]),
        wished=_bounded(rows["wished"]),
        according=_bounded(rows["according"], enclitic),
        passive=_bounded(rows["passive"], enclitic) if rows["passive"] else None,
        relay=_bounded(rows["relay"]),
        relay_weak=_folded(rows["relay_weak"]),
        issued=_bounded(rows["issued"]),
        media=_bounded(rows["media_words"]),
        told=_bounded(rows["told"]),
        that=_bounded(rows["that"]),
        continuing=_folded(rows["continuing"]),
        pronouns=_folded(rows["pronouns"]),
        spokes=re.compile(
            rf"(?<![\w-])(?!(?:{any_of(rows['spokes_not'])})(?!\w))(?:{any_of(rows['spokes'])})(?![\w-])", re.IGNORECASE
        ),
        np_stop=_bounded(rows["np_stop"]),
        prepositions=_folded(rows["prepositions"]),
        clause=_bounded(rows["clause"]),
        adverbs=_folded(rows["adverbs"]),
        resume_not=_folded(rows["resume_not"]),
        not_speech=_bounded(rows["not_speech"]),
        according_weak=_folded(rows["according_weak"]),
        object_heads=_folded(rows["object_heads"]),
        object_shape=re.compile(rows["object_shape"], re.IGNORECASE),
        after_verb=_folded(rows["after_verb"]),
        citing=_bounded(rows["citing"]),
        not_verbs=_folded(rows["not_verbs"]),
        verb_shape=re.compile(rows["verb_shape"]),
        relative=_folded(rows["relative"]),
        third_person=_folded(rows["third_person"]),
        role_heads=_folded(rows["role_heads"]),
        not_sources=_folded(rows["not_sources"]),
        by=_folded(rows["by"]),
        anonymous=_bounded(rows["anonymous"]),
        unnamed=_bounded(rows["unnamed_sources"]),
        source_of=re.compile(rf"\s+(?:{any_of(rows['source_of'])})(?!\w)", re.IGNORECASE),
        anaphor=re.compile(rows["anaphor"], re.IGNORECASE),
        told_before=re.compile(rows["told_before"], re.IGNORECASE),
        **_media_patterns(rows),
        **_word_sets(language, rows, clitic),
        clitic=clitic,
    )


def _word_sets(language: str, rows: dict[str, Any], clitic: str) -> dict[str, Any]:
    """The words that mean one person, the offices of sources, and those that tell an object from a clause."""
    return {
        "according_back": _folded(rows["according_back"]),
        "dangling": _folded(rows["dangling"]),
        "sided": _bounded(rows["sided_sources"]),
        "posted": _bounded(rows["posted"]),
        "insiders": _bounded(rows["insiders"]),
        "being": _folded(rows["being"]),
        "future": _folded(rows["future"]),
        "describing": _folded(rows["describing"]),
        "quoting": _bounded(rows["quoting"]),
        "labels": _folded(rows["labels"]),
        "pointers": _folded(rows["pointers"]),
        "one_person": _folded([*rows["one_person"], *([clitic] if clitic else [])]),
        "neither_nor": _folded(table(language, "status")["neither_nor"]),
        "headline_topics": _bounded(rows["headline_topics"]),
        "headline_verbs": _bounded(rows["headline_verbs"]),
        "hearsay": _folded(rows["hearsay"]),
        "seats": _folded(rows["seats"]),
        "either_or": _folded(table(language, "status")["either_or"]),
        "with_": _folded(table(language, "voice")["with"]),
        "naming": _folded(rows["naming"]),
        "called": _called(rows),
        "auxiliaries": _folded(rows["auxiliaries"]),
        "acts": re.compile(table(language, "voice")["verb"]),
        "tenses": _folded(rows["tenses"]),
    }


def _called(rows: dict[str, Any]) -> dict[str, re.Pattern[str]]:
    """By noun the pattern of all nouns that mean the same one, where they are no part of another office's name."""
    other = any_of(rows["called_otherwise"])
    return {
        noun.casefold(): re.compile(rf"(?<![\w-])(?:(?:{other})(?![\w-])|(?P<noun>(?:{any_of(nouns)})(?![\w-])))", re.I)
        for nouns in rows["called_alike"]
        for noun in nouns
    }


def _media_patterns(rows: dict[str, Any]) -> dict[str, Any]:
    """The patterns by which media are found that were told something or tell it themselves."""
    return {
        "interviewed": _bounded(rows["interviewed"]),
        "platforms": re.compile(
            rf"(?<!\w)(?i:{any_of(rows['platform_before'])})\s+(?P<name>{any_of(rows['platforms'])})(?:-nya)?(?!\w)"
        ),
        "article_words": _folded(rows["articles"]),
        "joint": re.compile(
            rf"\s*/\s*|\s*,\s*(?:(?:{any_of(rows['joints'])})\s+)?|\s+(?:{any_of(rows['joints'])})\s+", re.I
        ),
        "articles": re.compile(rf"(?:(?:{any_of(rows['articles'])})\s+)?", re.IGNORECASE),
        "aside": re.compile(rf"(?:\s*\([^)]{{1,40}}\))?(?:\s*,[^,;:.{QUOTED}]{{1,80}},)?"),
        "reports": re.compile(
            rf"\s+(?:(?:{any_of(rows['relative'])})\s+)?(?:{any_of(rows['reports'])})(?!\w)", re.IGNORECASE
        ),
        "portfolios": re.compile(
            rf"(?<![\w-])(?i:{any_of(rows['portfolios'])})(?:\s(?:of\s)?(?:the\s)?[A-Z]\w+){{1,4}}"
            rf"(?P<list>(?:,\s[A-Z]\w+){{1,3}},?\s(?:dan|and|serta)(?=\s[A-Z]\w+))"
        ),
        "reported_by": re.compile(
            rf"(?<![\w-])(?:{any_of([*rows['relay'], *rows['according'], *rows['reported_by']])})"
            rf"\s+(?:{any_of(rows['articles'])}\s+)?(?:(?:{any_of(rows['media_words'])})\s+)?$",
            re.IGNORECASE,
        ),
    }
