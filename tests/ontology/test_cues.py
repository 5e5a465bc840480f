from importlib.resources import files

import pytest

from kawat.errors import TableError
from kawat.lang import LANGUAGES, table
from kawat.model import EventType, Span
from kawat.ontology import Cue, Voice, contexts, cues
from kawat.ontology.forms import inflect
from kawat.text import read_tsv, words

ROWS = [(language, cue) for language in LANGUAGES for cue in cues(language).rows]


@pytest.mark.parametrize(("language", "cue"), ROWS, ids=[cue.row for _, cue in ROWS])
def test_every_row_is_found_in_its_example(language: str, cue: Cue) -> None:
    found = [f for rows in cues(language).find(words(cue.example)) for f in rows]
    assert any(f.cue is cue for f in found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_has_cues_and_every_frame_is_known(language: str) -> None:
    rows = cues(language).rows
    assert {c.type for c in rows} == set(EventType)
    assert {c.frame for c in rows} <= table(language, "voice")["frames"].keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_cue_stands_twice_under_a_type(language: str) -> None:
    keys = [(c.type, c.text) for c in cues(language).rows]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("language", "base", "form", "voice"),
    [
        ("id", "tuduh", "menuduh", Voice.ACTIVE),
        ("id", "tuduh", "dituduh", Voice.PASSIVE),
        ("id", "serang", "menyerang", Voice.ACTIVE),
        ("id", "kirimkan", "mengirimkan", Voice.ACTIVE),
        ("id", "puji", "memuji", Voice.ACTIVE),
        ("id", "bunuh", "membunuh", Voice.ACTIVE),
        ("id", "culik", "menculik", Voice.ACTIVE),
        ("id", "lawat", "melawat", Voice.ACTIVE),
        ("id", "usir", "mengusir", Voice.ACTIVE),
        ("id", "usulkan", "usulkan", Voice.BARE),
        ("id", "protes(active=memprotes)", "memprotes", Voice.ACTIVE),
        ("en", "accuse", "accuses", Voice.ACTIVE),
        ("en", "accuse", "accused", Voice.PAST),
        ("en", "accuse", "accusing", Voice.ACTIVE),
        ("en", "deny", "denied", Voice.PAST),
        ("en", "ban", "banned", Voice.PAST),
        ("en", "meet(past=met)", "met", Voice.PAST),
        ("en", "attack", "attacks", Voice.ACTIVE),
        ("en", "agree", "agreeing", Voice.ACTIVE),
    ],
)
def test_forms_of_a_verb(language: str, base: str, form: str, voice: Voice) -> None:
    assert (form, voice) in set(inflect(base, language))


def test_a_form_for_an_unknown_slot_is_an_error() -> None:
    with pytest.raises(TableError, match="no slot perfect"):
        list(inflect("go(perfect=gone)", "en"))


@pytest.mark.parametrize(
    ("language", "text", "trigger", "clitic"),
    [
        ("id", "Serangan-serangan itu berlanjut.", "Serangan-serangan", None),
        ("id", "Polisi menangkapnya kemarin.", "menangkap", "nya"),
        ("id", "Kunjungannya ke Roma singkat.", "Kunjungan", "nya"),
        ("id", "Tentara menarik semua pasukan mundur.", "menarik", None),
        ("en", "Attacks on the town went on.", "Attacks", None),
        ("en", "They withdrew all their troops.", "withdrew", None),
    ],
)
def test_what_a_cue_covers(language: str, text: str, trigger: str, clitic: str | None) -> None:
    found = next(cues(language).find(words(text)))[0]
    assert found.span.of(text) == trigger
    assert (found.clitic.of(text) if found.clitic else None) == clitic


@pytest.mark.parametrize(
    ("language", "text", "types"),
    [
        ("id", "mengirim pasukan", {EventType.MOBILIZE}),
        ("id", "mengirim bantuan", {EventType.AID}),
        ("id", "mengirim surat", set()),
        ("id", "meminta maaf", {EventType.CONCEDE}),
        ("id", "pasukan itu ditarik", {EventType.RETREAT}),
        ("id", "menarik perhatian", set()),
        ("en", "sent troops", {EventType.MOBILIZE}),
        ("en", "sent food", {EventType.AID}),
        ("en", "sent a letter", set()),
        ("en", "the troops were withdrawn", {EventType.RETREAT}),
        ("en", "released a report", set()),
    ],
)
def test_what_a_verb_governs_decides(language: str, text: str, types: set[EventType]) -> None:
    assert {f.cue.type for rows in cues(language).find(words(text)) for f in rows} == types


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("id", "Pengadilan itu bersidang", "legal"),
        ("id", "Badan HAM", "human_rights"),
        ("en", "The trade dispute", "economic"),
        ("en", "a nuclear plant", "cbrn"),
    ],
)
def test_contexts(language: str, text: str, name: str) -> None:
    assert name in [v for hit in contexts(language).find(text) for v in hit.values]


def test_small_letters_are_not_an_acronym() -> None:
    assert not [v for hit in contexts("id").find("kain batik dan ham") for v in hit.values]


EXCLUDED = [
    (language, cells)
    for language in LANGUAGES
    for _, cells in read_tsv(files("kawat.ontology") / "cues" / language / "excluded.tsv", ("phrase", "example"))
]


@pytest.mark.parametrize(("language", "cells"), EXCLUDED, ids=[cells["phrase"] for _, cells in EXCLUDED])
def test_an_excluded_phrase_is_no_cue(language: str, cells: dict[str, str]) -> None:
    example, phrase = cells["example"], cells["phrase"]
    at = example.lower().index(phrase.lower())
    span = Span(at, at + len(phrase))
    found = [f for rows in cues(language).find(words(example)) for f in rows]
    assert not [f.cue.row for f in found if f.span.overlaps(span)]


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        ("Jaksa menetapkan mantan Menteri Perdagangan Ana Maria Soto Lopez sebagai tersangka.", 1),
        ("KPK Tetapkan Bupati Kolaka Ana Maria Soto Lopez Sebagai Tersangka", 1),
        ("Jaksa menetapkan hari sidang bagi dua puluh orang yang menjadi tersangka.", 0),
    ],
)
def test_the_words_that_go_on_a_name_part_no_verb_from_what_it_governs(sentence: str, rows: int) -> None:
    found = [f for rows in cues("id").find(words(sentence)) for f in rows if f.cue.text.startswith("V:tetapkan ..")]
    assert len(found) == rows
