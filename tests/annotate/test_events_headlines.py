"""Headlines that leave words out, entry that is refused, rules that are broken, and what talks are about."""

from datetime import UTC, datetime

import pytest
from tests.annotate.scripted import Scripted, Told, act

from kawat.annotate import annotate
from kawat.model import Article, Block, BlockKind, EventMention, EventType, Span


def coded(text: str, language: str, kind: BlockKind = BlockKind.BODY) -> tuple[EventMention, ...]:
    block = Block(Span(0, len(text)), kind)
    day = datetime(2026, 3, 2, 12, tzinfo=UTC)
    return annotate(Article("a0", "a.txt", text, (block,), "0" * 64, language=language, published=day)).events


def told(event: EventMention) -> str:
    actors, recipients = (",".join(p.code for p in side) for side in (event.actors, event.recipients))
    return f"{event.type} {actors}>{recipients}"


@pytest.mark.usefixtures("silent")
@pytest.mark.parametrize(
    ("language", "text", "want"),
    [
        ("en", "Peruvian consul expelled from Bolivia", "SANCTION UNKNOWN>PER"),
        ("en", "Two Ghanaian journalists arrested in Togo", "COERCE UNKNOWN>GHA:MED"),
        ("en", "Kenyan soldiers ambushed near Kismayo", "ASSAULT UNKNOWN>KEN:MIL"),
        ("en", "Drones hit Odesa grain port overnight", "ASSAULT UNKNOWN>UKR"),
        ("en", "Kharkiv under drone attack for second night", "ASSAULT UNKNOWN>UKR"),
        ("en", "Norway summons Belarusian ambassador over arrests", "REQUEST NOR>BLR"),
        ("en", "Belarusian ambassador summoned over arrests", "REQUEST UNKNOWN>BLR"),
        ("id", "Rudal Hantam Kharkiv Semalam", "ASSAULT UNKNOWN>UKR"),
        ("en", "Peru, Chile condemn Bolivia", "ACCUSE PER,CHL>BOL"),
    ],
)
def test_headlines_that_leave_words_out(language: str, text: str, want: str) -> None:
    assert want in [told(e) for e in coded(text, language, BlockKind.HEADLINE)]


@pytest.mark.usefixtures("silent")
def test_a_headline_with_an_object_is_active() -> None:
    (event,) = coded("Kenyan soldiers ambushed Somali rebels near Kismayo", "en", BlockKind.HEADLINE)
    assert told(event) == "ASSAULT KEN:MIL>SOM:REB"


@pytest.mark.usefixtures("silent")
@pytest.mark.parametrize(
    ("language", "text", "want"),
    [
        ("en", "Four Togolese officers were barred from entering Belgium.", "COERCE BEL>TGO:MIL"),
        ("en", "Two Peruvian journalists were denied entry to Bolivia.", "COERCE BOL>PER:MED"),
        ("id", "Dua hakim Peru dilarang masuk ke wilayah Uni Eropa.", "COERCE EU>PER:JUD"),
        ("id", "Dua hakim Peru dilarang memasuki Bolivia.", "COERCE BOL>PER:JUD"),
        ("id", "Iran meluncurkan belasan rudal ke Israel.", "ASSAULT IRN>ISR"),
        ("id", "Korea Utara meluncurkan rudal ke arah Jepang.", "MOBILIZE PRK>JPN"),
    ],
)
def test_who_bars_and_whom_missiles_are_launched_at(language: str, text: str, want: str) -> None:
    assert want in [told(e) for e in coded(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "noun", "type_"),
    [
        ("en", "The ship violated the UN sanctions on North Korea.", "sanctions", EventType.SANCTION),
        ("en", "The firm evaded European Union sanctions on Libya.", "sanctions", EventType.SANCTION),
        ("en", "Ceasefire talks between Sudan and Chad began on Monday.", "Ceasefire", EventType.RETREAT),
        ("id", "Kapal itu melanggar sanksi PBB terhadap Korea Utara.", "sanksi", EventType.SANCTION),
        ("id", "Perundingan gencatan senjata Sudan dan Chad dimulai Senin.", "gencatan senjata", EventType.RETREAT),
    ],
)
def test_a_rule_that_is_broken_and_a_topic_of_talks_are_no_acts(
    silent: Scripted, language: str, text: str, noun: str, type_: EventType
) -> None:
    silent.acts[noun] = act(type_, 0.99)
    assert type_ not in [e.type for e in coded(text, language)]


def test_sanctions_are_an_act_where_no_one_breaks_them(silent: Scripted) -> None:
    silent.acts["sanctions"] = act(EventType.SANCTION, 0.99)
    events = coded("The ship was hit by UN sanctions on North Korea.", "en")
    assert EventType.SANCTION in [e.type for e in events]


def test_whoever_stands_behind_a_passive_in_a_headline_did_it(silent: Scripted) -> None:
    silent.acts["Diserang"] = act(EventType.ASSAULT, 0.99, Told("recipient", "Peru"))
    assert "ASSAULT PER>VEN" in [told(e) for e in coded("Diserang Peru, Venezuela Mundur", "id", BlockKind.HEADLINE)]


@pytest.mark.usefixtures("silent")
def test_who_suspects_may_end_a_headline() -> None:
    found = coded("Ghanaian rebels attacked Togo, police suspect", "en", BlockKind.HEADLINE)
    assert "ASSAULT GHA:REB>TGO" in [told(e) for e in found]
