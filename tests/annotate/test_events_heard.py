"""Rules and encoder together say whose word an act is and how sure it is."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.annotate.marked import marked
from tests.annotate.scripted import Scripted, Told, act

from kawat.annotate import annotate
from kawat.annotate.events import find
from kawat.annotate.gold import block_article, gold_events
from kawat.model import Article, Block, BlockKind, EventMention, EventType, Span, Status


def one(sentence: str, speaker: str | None = "ITA") -> EventMention:
    made = marked((sentence,), "id", BlockKind.BODY, speaker)
    quoted = tuple(replace(q, speaker_span=_words(made.article.text)) for q in made.quotations)
    document = find(replace(made, quotations=quoted))
    return next(e for e in document.events if e.type is EventType.ASSAULT)


def _words(text: str) -> Span:
    """The last word, without the clitic's stem."""
    end = text.rindex(".")
    return Span(end - 3 if text[:end].endswith("nya") else text.rindex(" ") + 1, end)


def whose(event: EventMention) -> str | None:
    return event.speaker.code if event.speaker else None


@pytest.mark.parametrize(
    ("sentence", "reads", "code", "why"),
    [
        ("«[Israel|ISR] membom [Iran|IRN]», kata Roma.", True, "ITA", "the speaker"),
        # the verb of the words quoted is what the speaker tells, whatever the encoder reads
        ("«[Israel|ISR] membom [Iran|IRN]», kata Roma.", False, "ITA", "the speaker"),
        ("«[Kenya|KEN] marah karena [Israel|ISR] membom [Iran|IRN]», kata Roma.", False, None, "reads no speaker"),
        # the rules take it as given, the encoder does not
        ("«[Kenya|KEN] lari usai [Israel|ISR] membom [Iran|IRN]», kata Roma.", True, "ITA", "as the encoder reads it"),
        ("«[Kenya|KEN] lari usai [Israel|ISR] membom [Iran|IRN]», kata Roma.", False, None, "take it as given"),
        # what only says who is meant is nobody's news
        ("«[tentara|ISR] yang membom [Iran|IRN] pulang», kata Roma.", True, None, "take it as given"),
    ],
)
def test_of_what_is_asserted_the_encoder_says_whether_it_is_the_speakers(
    silent: Scripted, sentence: str, reads: bool, code: str | None, why: str
) -> None:
    told = (Told("speaker", "Roma"),) if reads else ()
    silent.acts["membom"] = act(EventType.ASSAULT, 0.9, *told)
    event = one(sentence)
    assert whose(event) == code
    assert why in next(w for w in event.why if w.startswith("committed: "))


def test_a_cue_of_doubt_keeps_the_speaker_that_the_encoder_does_not_read(silent: Scripted) -> None:
    silent.acts["membom"] = act(EventType.ASSAULT, 0.9)
    event = one("«[Israel|ISR] akan membom [Iran|IRN]», kata Roma.")
    assert (event.status, whose(event)) == (Status.PLANNED, "ITA")


def test_a_word_that_is_no_word_of_its_own_is_left_to_the_rules(silent: Scripted) -> None:
    silent.acts["membom"] = act(EventType.ASSAULT, 0.9)
    assert whose(one("«[Israel|ISR] membom [Iran|IRN]», katanya.")) == "ITA"


@pytest.mark.parametrize(("score", "status"), [(0.8, Status.PLANNED), (0.5, Status.ASSERTED)])
def test_a_plan_without_a_cue_is_the_encoders_where_it_is_sure(silent: Scripted, score: float, status: Status) -> None:
    silent.acts["serangan"] = replace(
        act(EventType.ASSAULT, 0.9, Told("actor", "Israel")), status=Status.PLANNED, status_score=score
    )
    assert one("[Iran|IRN] siaga menghadapi serangan [Israel|ISR].", None).status is status


def test_what_dates_another_act_is_no_plan_whatever_the_encoder_reads(silent: Scripted) -> None:
    silent.acts["serangan"] = replace(
        act(EventType.ASSAULT, 0.9, Told("actor", "Israel")), status=Status.PLANNED, status_score=0.9
    )
    assert one("[Iran|IRN] siaga usai serangan [Israel|ISR].", None).status is Status.ASSERTED


@pytest.mark.parametrize(("day", "status"), [("1 Maret 2022", Status.ASSERTED), ("9 Maret 2022", Status.PLANNED)])
def test_what_has_a_day_before_the_report_is_no_plan(silent: Scripted, day: str, status: Status) -> None:
    silent.acts["pertemuan"] = replace(
        act(EventType.CONSULT, 0.9, Told("actor", "Iran dan Israel"), Told("time", day)),
        status=Status.PLANNED,
        status_score=0.9,
    )
    text = f"Mereka hadir dalam pertemuan Iran dan Israel pada {day}."
    block = Block(Span(0, len(text)), BlockKind.BODY)
    published = datetime(2022, 3, 5, tzinfo=UTC)
    article = Article("a", "a", text, (block,), "0" * 64, "id", published=published)
    (event,) = (e for e in annotate(article).events if e.type is EventType.CONSULT)
    assert event.status is status


def test_words_that_the_encoder_reads_for_the_speaker_where_nobody_is_quoted(silent: Scripted) -> None:
    silent.acts["membom"] = act(EventType.ASSAULT, 0.9, Told("speaker", "Roma"))
    event = one("[Israel|ISR] membom [Iran|IRN], demikian bunyi warta [Roma|ITA].", None)
    assert whose(event) == "ITA"
    assert "speaker: words that the encoder reads" in event.why


def test_nobody_is_quoted_with_what_they_do(silent: Scripted) -> None:
    silent.acts["membom"] = act(EventType.ASSAULT, 0.9, Told("speaker", "Israel"))
    assert whose(one("[Israel|ISR] membom [Iran|IRN].", None)) is None


def test_a_source_is_of_no_side_unless_its_words_say_so() -> None:
    lines = (
        "Pasukan Peru menangkap pemimpin geng di Lima, kata sebuah sumber, Senin.",
        "Tersangka itu ditangkap di sebuah rumah, kata sumber itu.",
        "Bolivia menahan dua nelayan, kata sumber dari polisi Brasil.",
    )
    article, spans = block_article(lines, "b")
    document = annotate(article)
    codes = [e["speaker"] and e["speaker"]["code"] for span in spans for e in gold_events(document, span)]
    assert codes == ["UNKNOWN", "UNKNOWN", "BRA:COP"]
    assert [q.speaker for q in document.quotations[:2]] == [None, None]


@pytest.mark.parametrize(
    ("sentence", "speaker", "status"),
    [
        # those against a government are a side of their own
        ("«[polisi|ZWE:COP] menyiksa [kami|ZWE:OPP]», kata oposisi.", "ZWE:OPP", Status.ALLEGED),
        ("«[polisi|ZWE:COP] menyiksa [warga|ZWE:CVL]», kata hakim.", "ZWE:JUD", Status.ASSERTED),
    ],
)
def test_opposition_and_police_of_one_state_are_two_sides(
    silent: Scripted, sentence: str, speaker: str, status: Status
) -> None:
    assert one(sentence, speaker).status is status


def test_a_question_about_an_attack_does_not_deny_it(silent: Scripted) -> None:
    assert one("Tidak jelas apakah serangan [Mali|MLI] itu pembalasan.", None).status is not Status.DENIED


def test_a_report_told_of_before_is_that_of_the_medium_that_spoke_last() -> None:
    lines = (
        "Harian The New York Times mengatakan Peru menyerang kapal Chile.",
        "Pasukan Peru menahan dua nelayan Chile, kata laporan tersebut.",
    )
    article, _ = block_article(lines, "b")
    assert [q.speaker for q in annotate(article).quotations] == ["m:nyt", "m:nyt"]


def test_a_report_of_nobody_known_is_of_no_side() -> None:
    article, _ = block_article(("Pasukan Peru menahan dua nelayan Chile, kata laporan tersebut.",), "b")
    (quotation,) = annotate(article).quotations
    assert (quotation.speaker, quotation.chain[0].named) == (None, False)
