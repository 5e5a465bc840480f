"""Whose word an act stands on, and what the reasons say of it."""

import pytest
from tests.annotate.marked import marked
from tests.annotate.scripted import Scripted
from tests.annotate.scripted import act as reads

from kawat.annotate import events
from kawat.model import BlockKind, EventMention, EventType, Status

pytestmark = pytest.mark.usefixtures("silent")


def act(language: str, sentence: str, kind: EventType, speaker: str | None = None) -> EventMention:
    document = events.find(marked((sentence,), language, BlockKind.BODY, speaker))
    return next(e for e in document.events if e.type is kind)


@pytest.mark.parametrize(
    ("language", "sentence", "speaker", "status", "code", "why"),
    [
        ("id", "«[Rusia|RUS] membom [sekolah Ukraina|UKR]», kata Kiev.", "UKR", "alleged", "UKR", "blames"),
        ("id", "«[LTTE|LTTE] membom [tentara|LKA:MIL]», kata militer.", "LKA:MIL", "alleged", "LKA:MIL", "blames"),
        # police who tell of an incident in their own country are no party
        ("id", "«[Taliban|TALIBAN] membom [pasar|AFG:CVL]», kata polisi.", "AFG:COP", "asserted", "AFG:COP", "speaker"),
        ("id", "«[Rusia|RUS] membom [Ukraina|UKR]», kata Moskow.", "RUS", "asserted", "RUS", "the doer"),
        # what a speech takes as given is nobody's claim in it
        ("id", "«[warga|TCD] yang diculik [Hamas|HAMAS] hidup», kata Beirut.", "LBN", "asserted", None, "given"),
        ("id", "«[Kenya|KEN] lari usai [Israel|ISR] membom [Iran|IRN]», kata Roma.", "ITA", "asserted", None, "given"),
        # a relative clause ends at its comma, and one without a noun before it is what is told
        ("id", "«[PKK|PKK], yang dibantu [Chad|TCD], membom [Niger|NER]», kata Roma.", "ITA", "asserted", "ITA", "sp"),
        ("id", "«Yang membom [Niger|NER] adalah [Chad|TCD]», kata Beirut.", "LBN", "asserted", "LBN", "speaker"),
        ("en", "«[Kenya|KEN] left after [Israel|ISR] bombed [Iran|IRN]», Rome said.", "ITA", "asserted", None, "given"),
        ("en", "«[Russia|RUS] bombed [a Ukrainian school|UKR]», Kyiv said.", "UKR", "alleged", "UKR", "blames"),
        # hedged without a doer: nobody named, and never the one who is accused
        ("id", "[Iran|IRN] disebut membom [Irak|IRQ].", None, "alleged", None, "nobody named"),
        ("en", "[Iran|IRN] is said to have bombed [Iraq|IRQ].", None, "alleged", None, "nobody named"),
        ("id", "«[Iran|IRN] dituduh membom [Irak|IRQ]», kata Teheran.", "IRN", "alleged", None, "nobody named"),
    ],
)  # fmt: skip
def test_whose_word(language: str, sentence: str, speaker: str | None, status: str, code: str | None, why: str) -> None:
    event = act(language, sentence, EventType.ASSAULT, speaker)
    assert (event.status, event.speaker and event.speaker.code) == (Status(status), code)
    assert why in next(w for w in event.why if w.startswith("committed: "))


def test_a_belief_is_the_believers_and_begins_its_chain() -> None:
    event = act("id", "[Jerman|DEU] percaya [Rusia|RUS] membom [Georgia|GEO].", EventType.ASSAULT)
    assert (event.status, event.speaker and event.speaker.code) == (Status.ALLEGED, "DEU")
    assert [hop.entity for hop in event.chain] == ["DEU"]
    assert "alleged: 'percaya' (clause)" in event.why


@pytest.mark.parametrize(
    ("sentence", "inner", "scope"),
    [
        ("[Kenya|KEN] menuduh [Chad|TCD] membom [Sudan|SDN].", Status.ALLEGED, "accusation"),
        ("[Chad|TCD] membantah membom [Sudan|SDN].", Status.DENIED, "denial"),
        ("[Chad|TCD] menampik tuduhan membom [Sudan|SDN].", Status.DENIED, "denial"),
    ],
)
def test_both_layers_say_of_each_other(sentence: str, inner: Status, scope: str) -> None:
    document = events.find(marked((sentence,), "id"))
    outer, act_told = document.events
    assert outer.status is Status.ASSERTED
    assert f"{scope} of 'membom'" in outer.why
    assert act_told.status is inner
    assert any(f"({scope})" in w for w in act_told.why)


@pytest.mark.parametrize(
    ("language", "sentence", "status"),
    [
        (
            "en",
            "[Chad|TCD] neither confirmed nor denied a media report that its troops had attacked [Sudan|SDN].",
            Status.ALLEGED,
        ),
        ("id", "[Chad|TCD] tidak membantah membom [Sudan|SDN].", Status.ALLEGED),
        ("en", "[Chad|TCD] did not deny bombing [Sudan|SDN].", Status.ALLEGED),
        ("en", "[Chad|TCD] neither confirmed nor denied that [Niger|NER] bombed [Sudan|SDN].", Status.ALLEGED),
        ("id", "[Chad|TCD] tidak memastikan maupun membantah [Niger|NER] membom [Sudan|SDN].", Status.ALLEGED),
    ],
)
def test_who_does_not_deny_rejects_nothing(language: str, sentence: str, status: Status) -> None:
    document = events.find(marked((sentence,), language))
    (told,) = document.events
    assert (told.type, told.status, told.speaker) == (EventType.ASSAULT, status, None)


def test_a_denial_that_is_none_leaves_the_act_open_where_no_act_is_read_in_it(silent: Scripted) -> None:
    silent.acts["denied"], silent.acts["attacked"] = reads(EventType.REJECT, 0.1), reads(EventType.ASSAULT, 0.99)
    sentence = "[Chad|TCD] neither confirmed nor denied a report that it had attacked [Sudan|SDN]."
    (told,) = events.find(marked((sentence,), "en")).events
    assert (told.type, told.status) == (EventType.ASSAULT, Status.ALLEGED)


def test_what_a_denier_says_next_is_not_denied() -> None:
    sentence = "[Chad|TCD] membantah tuduhan itu dan mengatakan [Sudan|SDN] membom [Niger|NER]."
    document = events.find(marked((sentence,), "id"))
    (told,) = (e for e in document.events if e.type is EventType.ASSAULT)
    assert told.status is not Status.DENIED
    assert [p.code for p in told.actors] == ["SDN"]


@pytest.mark.parametrize("words", ["membantah tuduhan", "menampik tudingan"])
def test_that_somebody_accuses_is_not_what_the_accused_deny(words: str) -> None:
    document = events.find(marked((f"[Chad|TCD] {words} [Sudan|SDN] bahwa pasukannya membom [Niger|NER].",), "id"))
    assert {(e.type, e.status) for e in document.events if e.type is not EventType.REJECT} == {
        (EventType.ASSAULT, Status.DENIED)
    }


@pytest.mark.parametrize(
    ("language", "sentence", "trigger"),
    [
        ("id", "Jika [Chad|TCD] menyerang, [Niger|NER] akan membalas.", "akan membalas"),
        ("en", "If [Chad|TCD] attacks, [Niger|NER] will hit back.", "will hit back"),
    ],
)
def test_to_say_what_follows_if_is_the_threat(silent: Scripted, language: str, sentence: str, trigger: str) -> None:
    silent.acts[trigger] = reads(EventType.THREATEN, 0.9)
    assert act(language, sentence, EventType.THREATEN).status is Status.ASSERTED
