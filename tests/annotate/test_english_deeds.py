"""Deeds on the ground as English reports tell them: who did them, on whose word, what is one deed. Own sentences."""

from datetime import UTC, datetime

import pytest
from tests.annotate.scripted import Scripted, Told, act

from kawat.annotate import annotate
from kawat.model import Article, Block, BlockKind, Document, EventType, Span


def read(text: str) -> Document:
    block = Block(Span(0, len(text)), BlockKind.BODY)
    day = datetime(2026, 3, 2, 12, tzinfo=UTC)
    return annotate(Article("a0", "a.txt", text, (block,), "0" * 64, language="en", published=day))


@pytest.mark.parametrize(
    "text",
    [
        "Ghana raided a village on Monday, blaming Togo for arming the rebels.",
        "Ghana closed its border on Monday, accusing Togo of arming the rebels.",
    ],
)
@pytest.mark.usefixtures("silent")
def test_what_somebody_is_blamed_for_behind_another_act_is_their_deed_on_the_accusers_word(text: str) -> None:
    (deed,) = (e for e in read(text).events if e.type is EventType.AID)
    assert ([p.code for p in deed.actors], deed.status) == (["TGO"], "alleged")
    assert deed.speaker is not None
    assert deed.speaker.code == "GHA"


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Togo lodged a protest with Ghana over the incursion.", ["GHA"]),
        ("Togo lodged a protest over the incursion and condemned Ghana.", ["GHA"]),
        ("Togo lodged a protest over the incursion.", ["UNKNOWN"]),
    ],
)
def test_who_complains_of_a_deed_has_not_done_it(silent: Scripted, text: str, doers: list[str]) -> None:
    silent.acts["incursion"] = act(EventType.MOBILIZE, 0.9)
    (deed,) = (e for e in read(text).events if e.type is EventType.MOBILIZE)
    assert [p.code for p in deed.actors] == doers


@pytest.mark.usefixtures("silent")
def test_by_what_a_deed_is_done_is_no_deed_of_its_own() -> None:
    (deed,) = read("Kenyan police fired rubber bullets and tear gas at protesters in Nairobi.").events
    assert (deed.type, deed.mode) == (EventType.ASSAULT, "crowd-control")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("An earlier version of this report said Ghana had killed four Togolese soldiers.", []),
        ("An earlier version of this report said Ghana had killed Togolese soldiers.", ["denied"]),
    ],
)
@pytest.mark.usefixtures("silent")
def test_a_corrected_number_denies_no_deed(text: str, told: list[str]) -> None:
    assert [e.status for e in read(text).events] == told


def test_victims_in_another_state_are_of_that_state(silent: Scripted) -> None:
    text = "Five people were wounded when a Russian drone struck a bus in Nikopol, Ukraine."
    silent.acts["struck"] = act(
        EventType.ASSAULT, 0.9, Told("actor", "Russian"), Told("recipient", "Five people"), Told("place", "Nikopol")
    )
    (deed,) = read(text).events
    assert [p.code for p in deed.recipients] == ["UKR:CVL"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("An Israeli air strike killed ten people in Tyre.", "ISR"),
        ("A Russian missile attack killed ten people in Odesa.", "RUS"),
    ],
)
@pytest.mark.usefixtures("silent")
def test_whose_a_strike_is_is_no_person_of_that_people(text: str, code: str) -> None:
    (deed,) = read(text).events
    assert [p.code for p in deed.actors] == [code]


@pytest.mark.usefixtures("silent")
def test_who_claims_responsibility_accuses_nobody() -> None:
    assert not any(
        e.type is EventType.ACCUSE for e in read("The Taliban claimed responsibility for the bombing of a bus.").events
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ghanaian troops stationed in Togo were paid on Friday.",
        "Ghanaian troops are deployed in Togo.",
        "Ghana will cut its loans for the year to March 31.",
        "Police in Ghana found two assault rifles.",
        "The Ghanaian mission in Togo was wound up.",
        "The vote demonstrated that Ghana is divided.",
    ],
)
@pytest.mark.usefixtures("silent")
def test_what_only_sounds_like_a_deed_is_none(text: str) -> None:
    assert read(text).events == ()


def test_a_clause_that_says_whom_a_deed_killed_tells_no_second_one(silent: Scripted) -> None:
    text = "Afghan police ambushed a group of insurgents near Kandahar, killing five Taliban fighters."
    silent.acts["ambushed"] = act(EventType.ASSAULT, 0.99, Told("actor", "Afghan police"))
    silent.acts["killing"] = act(EventType.ASSAULT, 0.98, Told("recipient", "five Taliban fighters"))
    (deed,) = read(text).events
    assert text[deed.trigger.start : deed.trigger.end] == "ambushed"


def test_a_verb_and_the_noun_that_it_governs_are_one_deed(silent: Scripted) -> None:
    silent.acts["fought a"] = act(EventType.ASSAULT, 0.99, Told("actor", "Chadian police"))
    silent.acts["gun battle"] = act(EventType.ASSAULT, 0.98, Told("actor", "Chadian police"))
    assert len(read("Chadian police fought a two-hour gun battle with rebels.").events) == 1


def test_words_of_one_cue_are_one_deed(silent: Scripted) -> None:
    silent.acts["test-"] = act(EventType.MOBILIZE, 0.98, Told("actor", "India"))
    silent.acts["fired"] = act(EventType.MOBILIZE, 0.99, Told("actor", "India"))
    assert len(read("India on Thursday test-fired a missile.").events) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kenya closed its border and armed Somali rebels.", ("AID", ["KEN"], ["SOM:REB"], "asserted")),
        ("Norway accused students in Togo of burning the Ghanaian flag.", ("PROTEST", ["TGO:CVL"], None, "alleged")),
        ("Students in Togo protested against the Ghanaian embassy.", ("PROTEST", ["TGO:CVL"], ["GHA"], "asserted")),
        ("Students in Togo march on the Ghanaian embassy.", ("PROTEST", ["TGO:CVL"], [], "asserted")),
        ("After pulling out of Ghana, Togo is alone.", ("RETREAT", ["TGO"], ["GHA"], "asserted")),
        ("A Ghanaian outpost was overrun by Togo.", ("ASSAULT", ["TGO"], ["GHA:MIL"], "asserted")),
        ("The outposts were dismantled by Togo.", ("RETREAT", ["TGO"], None, "asserted")),
        ("Two suspects were extradited to Ghana by Togo.", ("COOPERATE", ["TGO"], None, "asserted")),
        ("Togo moved tanks to the border, officials in Oslo said.", ("MOBILIZE", ["TGO"], [], "asserted")),
        ("Togo will not accept the demands of Ghana.", ("REJECT", ["TGO"], ["GHA"], "asserted")),
        ("If Togo deports Ghanaian fishermen, war is near.", ("COERCE", ["TGO"], ["GHA:CVL"], "hypothetical")),
        ("Togo dismantles Ghanaian outposts near Oslo.", ("RETREAT", ["TGO"], None, "asserted")),
        ("The charge that the Ghanaian minister dismissed was heard in Togo.", ("REJECT", ["GHA"], None, "asserted")),
        ("Togolese soldiers had come under fire.", ("ASSAULT", ["UNKNOWN"], ["TGO:MIL"], "asserted")),
        ("Togo's army came under attack from Ghana.", ("ASSAULT", ["GHA"], ["TGO:MIL"], "asserted")),
        ("Togo denied shelling villages, saying Ghana lied.", ("ASSAULT", ["TGO"], None, "denied")),
        ("Togo closed its border with Ghana.", ("COERCE", ["TGO"], ["GHA"], "asserted")),
        ("Togo reopened its embassy in Ghana.", ("SUPPORT", ["TGO"], ["GHA"], "asserted")),
        ("Togo closed its embassy in Ghana.", ("SANCTION", ["TGO"], ["GHA"], "asserted")),
        ("Togo downed three drones near Lome.", ("ASSAULT", ["TGO"], [], "asserted")),
        ("Togo refused entry to two Ghanaian lawyers.", ("COERCE", ["TGO"], ["GHA:CVL"], "asserted")),
        ("Togo will not bow to pressure from Ghana.", ("REJECT", ["TGO"], ["GHA"], "asserted")),
    ],
)
@pytest.mark.usefixtures("silent")
def test_who_does_what_to_whom_however_it_is_put(text: str, told: tuple[str, list[str], list[str] | None, str]) -> None:
    *_, deed = read(text).events
    kind, actors, recipients, status = told
    assert (deed.type, [p.code for p in deed.actors], deed.status) == (kind, actors, status)
    assert recipients in (None, [p.code for p in deed.recipients])


@pytest.mark.usefixtures("silent")
def test_who_tells_of_an_agreement_is_no_side_of_it() -> None:
    (deed,) = (e for e in read("UN diplomats say a recent agreement between Ghana and Togo failed.").events)
    assert [p.code for p in deed.actors] == ["GHA", "TGO"]


def test_a_clause_with_an_auxiliary_goes_on_with_the_subject_of_the_sentence(silent: Scripted) -> None:
    silent.acts["send"] = act(EventType.MOBILIZE, 0.9, Told("actor", "Russian bombers"))
    text = "Belarus said it would allow Russian bombers to use its bases but would not send soldiers."
    (deed,) = (e for e in read(text).events if e.type is EventType.MOBILIZE)
    assert [p.code for p in deed.actors] == ["BLR"]


@pytest.mark.parametrize(
    ("text", "trigger", "doer"),
    [
        ("Ghana hosted the Chadian minister. His surprise visit angered Togo.", "visit", "TCD"),
        ("Ahead of its Middle East tour, Ghana's delegation met Togo.", "tour", "GHA"),
        ("Ghana condemned Togo for its attack.", "attack", "TGO"),
    ],
)
def test_a_possessive_tells_who_does_what_a_noun_names(silent: Scripted, text: str, trigger: str, doer: str) -> None:
    silent.acts[trigger] = act(EventType.CONSULT if trigger != "attack" else EventType.ASSAULT, 0.9)
    deed = next(e for e in read(text).events if e.trigger.of(text) == trigger)
    assert [p.code for p in deed.actors] == [doer]
