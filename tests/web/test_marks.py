from dataclasses import replace

import pytest

from kawat.model import BlockKind, Record, Span
from kawat.web.marks import paragraphs


def test_nothing_is_lost_and_nothing_is_told_twice(record: Record) -> None:
    shown = paragraphs(record)
    text = record.article.text
    assert ["".join(p.text for s in paragraph.stretches for p in s.pieces) for paragraph in shown] == [
        b.span.of(text) for b in record.article.blocks
    ]
    assert [p.kind for p in shown] == [b.kind for b in record.article.blocks]


def test_every_claim_has_one_address_and_its_trigger_is_marked(record: Record) -> None:
    shown = paragraphs(record)
    assert [i for p in shown for i in p.claims] == [c.id for c in record.claims]
    triggers = [piece.text for p in shown for s in p.stretches for piece in s.pieces if piece.trigger]
    assert triggers == [c.trigger.text for c in record.claims]
    assert all(s.claims for p in shown if p.kind is BlockKind.BODY for s in p.stretches)


def test_two_claims_on_one_sentence_stand_together(record: Record) -> None:
    signing = record.claims[0]
    patrol = signing.sentence.index("patroli") + signing.span.start
    other = replace(
        signing, id="c3", trigger=replace(signing.trigger, text="patroli", span=Span(patrol, patrol + len("patroli")))
    )
    body = paragraphs(replace(record, claims=(*record.claims, other)))[3]
    (stretch,) = body.stretches
    assert stretch.claims == (signing.id, "c3")
    assert [p.text for p in stretch.pieces if p.trigger] == ["menandatangani perjanjian", "patroli"]


@pytest.mark.parametrize(("start", "end"), [(5, 20), (0, 12), (10, 1000)])
def test_sentences_that_overlap_lose_no_words_and_no_claim(record: Record, start: int, end: int) -> None:
    signing = record.claims[0]
    low = signing.span.start + start
    high = min(signing.span.start + end, signing.span.end)
    odd = replace(
        signing,
        id="c3",
        span=Span(low, high),
        sentence=record.article.text[low:high],
        trigger=replace(signing.trigger, span=Span(low + 1, low + 3)),
    )
    body = paragraphs(replace(record, claims=(*record.claims, odd)))[3]
    words = "".join(p.text for s in body.stretches for p in s.pieces)
    assert words == record.article.blocks[3].span.of(record.article.text)
    assert sorted(i for s in body.stretches for i in (*s.claims, *s.elsewhere)) == sorted([signing.id, "c3"])
