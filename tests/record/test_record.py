"""Records: ids that stay, chains that end at the outlet, dates that say where they come from."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from kawat.model import (
    Anchor,
    Article,
    Block,
    BlockKind,
    Document,
    EventMention,
    EventType,
    Grain,
    Hop,
    HopKind,
    Manner,
    Quotation,
    Sentence,
    Span,
    Status,
    TimeRef,
)
from kawat.record import build, make_id

LEAD = "Pada Jumat, Rusia dan Belarusia bertemu di Minsk. Keduanya berjanji."
SECOND = "Polandia mengecam janji itu. “Kami cemas,” kata Nowak."


def article(before: str = "") -> Article:
    text = before + LEAD + "\n" + SECOND
    at = len(before)
    blocks = (
        Block(Span(at, at + len(LEAD)), BlockKind.BODY),
        Block(Span(at + len(LEAD) + 1, len(text)), BlockKind.BODY),
    )
    return Article(
        "a1", "x.txt", text, blocks, "0" * 64, "id", outlet="Harian Contoh", agency="TASS",
        published=datetime(2022, 3, 12, 5, 57, tzinfo=UTC),
    )  # fmt: skip


def span(art: Article, words: str) -> Span:
    start = art.text.index(words)
    return Span(start, start + len(words))


def time(art: Article, words: str, day: date | None, grain: Grain = Grain.DAY) -> TimeRef:
    return TimeRef(span(art, words), day, day, grain, Anchor.PUBLISHED)


def event(art: Article, sentence: int, trigger: str, **more: object) -> EventMention:
    plain = EventMention(
        sentence,
        span(art, trigger),
        EventType.CONSULT,
        None,
        (),
        (),
        (),
        Status.ASSERTED,
        None,
        None,
        None,
        0.5,
        ("cue",),
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def document(art: Article, *events: EventMention, times: tuple[TimeRef, ...] = ()) -> Document:
    first, second = LEAD.split(". ", 1)[0] + ".", "Keduanya berjanji."
    third, fourth = "Polandia mengecam janji itu.", "“Kami cemas,” kata Nowak."
    sentences = tuple(
        Sentence(span(art, words), block, BlockKind.BODY)
        for words, block in ((first, 0), (second, 0), (third, 1), (fourth, 1))
    )
    return Document(art, sentences, times=times, events=events)


def test_evidence_is_the_text_under_its_span() -> None:
    art = article()
    record = build(document(art, event(art, 0, "bertemu")), "p1")
    claim = record.claims[0]
    assert claim.sentence == art.text[claim.span.start : claim.span.end]
    assert claim.trigger.text == claim.trigger.span.of(art.text) == "bertemu"
    assert record.pipeline == "p1"


def test_ids_do_not_depend_on_offsets() -> None:
    plain, moved = article(), article("Beranda\n")
    ids = [build(document(art, event(art, 0, "bertemu")), "p").claims[0].id for art in (plain, moved)]
    assert ids[0] == ids[1]


def test_the_same_words_twice_are_two_claims() -> None:
    art = article()
    record = build(document(art, event(art, 0, "bertemu"), event(art, 0, "bertemu")), "p")
    assert len({claim.id for claim in record.claims}) == 2


def test_parts_of_ids_do_not_run_together() -> None:
    assert make_id("c", "a", "bc") != make_id("c", "ab", "c")
    assert make_id("c", "a") == make_id("c", "a")


@pytest.mark.parametrize(
    ("inner", "names"),
    [
        ((), ["TASS", "Harian Contoh"]),
        (
            (Hop(HopKind.SPEAKER, "Eismont"), Hop(HopKind.MEDIUM, "BelTA"), Hop(HopKind.AGENCY, "Tass")),
            ["Eismont", "BelTA", "Tass", "Harian Contoh"],
        ),
        ((Hop(HopKind.SPEAKER, None),), [None, "TASS", "Harian Contoh"]),
    ],
)
def test_a_chain_ends_at_the_outlet_and_names_an_agency_once(inner: tuple[Hop, ...], names: list[str | None]) -> None:
    art = article()
    claim = build(document(art, event(art, 0, "bertemu", chain=inner)), "p").claims[0]
    assert [hop.name for hop in claim.chain] == names
    assert claim.chain[-1].kind is HopKind.OUTLET


def test_dates_come_from_own_words_then_the_paragraph_then_the_lead_and_say_so() -> None:
    art = article()
    friday = time(art, "Jumat", date(2022, 3, 11))
    own = event(art, 0, "bertemu", time=friday)
    near = event(art, 1, "berjanji")
    lead = event(art, 2, "mengecam")
    claims = build(document(art, own, near, lead, times=(friday,)), "p").claims
    assert [claim.date.start if claim.date else None for claim in claims] == [date(2022, 3, 11)] * 3
    assert [claim.why[-1].split(" '")[0] for claim in claims] == [
        "date: own words", "date: the paragraph's", "date: the lead's",
    ]  # fmt: skip


def test_a_deed_of_the_background_leans_on_nothing_that_follows() -> None:
    art = article()
    friday = time(art, "Jumat", date(2022, 3, 11))
    for kind, dated in ((EventType.ASSAULT, False), (EventType.SANCTION, False), (EventType.ACCUSE, True)):
        claim = build(document(art, event(art, 2, "mengecam", type=kind), times=(friday,)), "p").claims[0]
        assert (claim.date is not None) is dated, kind


def test_a_time_counted_from_the_text_dates_only_its_own_act() -> None:
    art = article()
    back = replace(time(art, "Keduanya", date(2022, 3, 9)), anchor=Anchor.TEXT)
    claim = build(document(art, event(art, 0, "bertemu"), times=(back,)), "p").claims[0]
    assert claim.date is None


@pytest.mark.parametrize("status", [Status.PLANNED, Status.HYPOTHETICAL, Status.DENIED])
def test_what_is_not_told_as_done_borrows_no_date(status: Status) -> None:
    art = article()
    friday = time(art, "Jumat", date(2022, 3, 11))
    claim = build(document(art, event(art, 2, "mengecam", status=status), times=(friday,)), "p").claims[0]
    assert claim.date is None


def test_no_date_is_no_date_and_never_the_day_of_the_report() -> None:
    art = article()
    assert build(document(art, event(art, 0, "bertemu")), "p").claims[0].date is None


def test_a_month_in_the_lead_does_not_date_other_acts() -> None:
    art = article()
    month = time(art, "Jumat", date(2022, 2, 1), Grain.MONTH)
    assert build(document(art, event(art, 2, "mengecam"), times=(month,)), "p").claims[0].date is None


def test_quotations_keep_their_words() -> None:
    art = article()
    quotation = Quotation(
        span(art, "“Kami cemas,” kata Nowak"), span(art, "Kami cemas"), Manner.DIRECT, None, None, None
    )
    record = build(replace(document(art), quotations=(quotation,)), "p")
    assert record.quotations[0].text == "Kami cemas" == record.quotations[0].span.of(art.text)
    assert [hop.name for hop in record.quotations[0].chain] == ["TASS", "Harian Contoh"]
