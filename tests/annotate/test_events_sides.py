"""Whose act it is behind "and", who is another state, and whose police a report tells of: own sentences."""

import pytest
from tests.annotate.scripted import Scripted, Told, act

from kawat.annotate import annotate
from kawat.annotate.events_parties_coder import Act, PartyCoder
from kawat.annotate.gold import block_article
from kawat.annotate.mentions import find
from kawat.annotate.sentences import split
from kawat.model import Article, Block, BlockKind, Document, EventType, Span, Status


def annotated(text: str, language: str = "id", place: str | None = None) -> Document:
    block = Block(Span(0, len(text)), BlockKind.BODY)
    return annotate(Article("a0", "a.txt", text, (block,), "0" * 64, language=language, dateline_place=place))


def sides(document: Document, event_type: EventType) -> list[tuple[set[str], set[str]]]:
    return [
        ({p.code for p in e.actors}, {p.code for p in e.recipients})
        for e in document.events
        if e.type is event_type
    ]  # fmt: skip


def codes(text: str, language: str, place: str | None = None) -> dict[str, set[str]]:
    """The codes of each mention by its words."""
    block = Block(Span(0, len(text)), BlockKind.BODY)
    made = find(split(Document(Article("a", "a", text, (block,), "0", language, dateline_place=place))))
    of = {e.id: e.code for e in made.entities}
    return {m.span.of(text): {of[e] for e in m.entities} for m in made.mentions}


@pytest.mark.usefixtures("silent")
@pytest.mark.parametrize(
    ("text", "event_type", "doer"),
    [
        ("Mesir menyerukan Israel menahan diri dan menawarkan gencatan senjata.", EventType.AGREE, "EGY"),
        ("Irlandia mendesak Israel menghentikan operasi itu dan mengecam blokade tersebut.", EventType.ACCUSE, "IRL"),
        ("Kanada meminta Serbia mengakui Kosovo dan mengancam akan menarik duta besarnya.", EventType.THREATEN, "CAN"),
    ],
)
def test_what_nobody_is_asked_to_do_is_the_act_of_who_asks(text: str, event_type: EventType, doer: str) -> None:
    assert [actors for actors, _ in sides(annotated(text), event_type)] == [{doer}]


@pytest.mark.usefixtures("silent")
def test_what_is_asked_for_stays_with_whom_it_is_asked_of() -> None:
    made = sides(
        annotated("Irlandia mendesak Israel menghentikan operasi itu dan menarik pasukannya."), EventType.REQUEST
    )
    assert made == [({"IRL"}, {"ISR"})]


@pytest.mark.usefixtures("silent")
def test_who_does_what_follows_and_is_not_done_to() -> None:
    text = "Norwegia membekukan bantuan 30 juta euro dan Kanada mengusir duta besar Belarusia."
    made = sides(annotated(text), EventType.SANCTION)
    assert ({"CAN"}, {"BLR"}) in made
    assert all("CAN" not in done_to for _, done_to in made)


@pytest.mark.usefixtures("silent")
def test_a_clause_behind_those_that_are_met_is_about_them() -> None:
    text = "Ketua parlemen Georgia menolak bertemu dengan menteri Estonia dan Islandia yang datang mendukung Ukraina."
    assert sides(annotated(text), EventType.SUPPORT) == [({"EST", "ISL"}, {"UKR"})]


def test_those_who_fight_each_other_have_done_it_to_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Dua warga Swiss terluka ketika tentara Thailand dan Kamboja bentrok di perbatasan."
    told = (Told("actor", "tentara Thailand"), Told("actor", "Kamboja"), Told("recipient", "Dua warga Swiss"))
    encoder = Scripted({"bentrok": act(EventType.ASSAULT, 0.9, *told)})
    monkeypatch.setattr("kawat.encoder.load", lambda: encoder)
    assert [e for _, e in sides(annotated(text), EventType.ASSAULT)] == [set()]


@pytest.mark.parametrize(
    ("text", "language", "kind", "words", "told", "sides_told"),
    [
        (
            "Peru menjatuhkan sanksi terhadap Bolivia karena menolak pemeriksaan.",
            "id", EventType.REJECT, "menolak", Told("actor", "Bolivia"), ({"BOL"}, set()),
        ),
        (
            "Fiji imposed sanctions on Tonga for refusing inspections.",
            "en", EventType.REJECT, "refusing", Told("actor", "Tonga"), ({"TON"}, set()),
        ),
        (
            "Kamboja mengecam penembakan warganya di Thailand.",
            "id", EventType.ASSAULT, "penembakan", Told("recipient", "warganya"), ({"UNKNOWN"}, {"KHM:CVL"}),
        ),
        ("Kenya mengecam Uganda.", "id", EventType.ACCUSE, "mengecam", Told("actor", "Uganda"), ({"KEN"}, {"UGA"})),
        (
            "Kenya membantah menyerang Uganda, lapor radio Ghana.",
            "id", EventType.ASSAULT, "menyerang", Told("actor", "Ghana"), ({"KEN"}, {"UGA"}),
        ),
    ],
)  # fmt: skip
def test_whoever_reads_the_whole_sentence_knows_better_than_a_rule_that_reaches_far(
    monkeypatch: pytest.MonkeyPatch, text: str, language: str, kind: EventType, words: str, told: Told,
    sides_told: tuple[set[str], set[str]],
) -> None:  # fmt: skip
    monkeypatch.setattr("kawat.encoder.load", lambda: Scripted({words: act(kind, 0.9, told)}))
    assert sides(annotated(text, language), kind) == [sides_told]


@pytest.mark.parametrize(
    ("text", "language", "words", "code"),
    [
        ("Kamboja menembaki pos Thailand. Bangkok menuduh tetangganya itu.", "id", "tetangganya itu", "KHM"),
        ("Pakistan bombed Afghanistan. Islamabad accused its neighbour.", "en", "its neighbour", "AFG"),
        (
            "Mali mengusir duta besar Prancis. Rusia mengirim pelatih ke bekas jajahan Prancis itu.",
            "id",
            "bekas jajahan Prancis itu",
            "MLI",
        ),
        (
            "Niger expelled the French ambassador. Russia sent instructors to the former French colony.",
            "en",
            "the former French colony",
            "NER",
        ),
    ],
)
def test_a_neighbour_and_a_colony_are_another_state(text: str, language: str, words: str, code: str) -> None:
    assert codes(text, language)[words] == {code}


@pytest.mark.parametrize(
    ("text", "language", "words", "code"),
    [
        ("Geng bersenjata menyerbu penjara di Haiti.", "id", "Geng bersenjata", "HTI:REB"),
        ("Armed gangs stormed a prison in Haiti.", "en", "Armed gangs", "HTI:REB"),
        ("Swiss mendesak semua pihak menahan diri.", "id", "semua pihak", "INTL"),
        ("Switzerland urged all sides to show restraint.", "en", "all sides", "INTL"),
    ],
)
def test_gangs_are_armed_and_all_sides_are_nobody_in_particular(
    text: str, language: str, words: str, code: str
) -> None:
    assert codes(text, language)[words] == {code}


def test_the_only_junta_that_a_story_names_is_meant_later() -> None:
    told = "Junta Niger menutup bandara. Duta besar Prancis diusir dari Niger. Prancis menolak. Junta menjawab."
    assert codes(told, "id")["Junta"] == {"NER"}


def coded(texts: tuple[str, ...], trigger: str, event_type: EventType, words: str) -> set[str]:
    article, _ = block_article(texts, "own", "id")
    document = find(split(Document(article)))
    text = document.article.text
    spans = [Span(text.index(w), text.index(w) + len(w)) for w in (trigger, words)]
    found = PartyCoder(document).code(Act(len(texts) - 1, spans[0], event_type, (spans[1],), ()))
    return {p.code for p in found.actors}


def test_both_states_are_states_without_a_sector() -> None:
    texts = ("Ketua parlemen Kenya bertemu dengan ketua parlemen Uganda.", "Kedua negara berunding di Kampala.")
    assert coded(texts, "berunding", EventType.CONSULT, "Kedua negara") == {"KEN", "UGA"}


def test_no_group_has_courts() -> None:
    texts = ("Hamas dan Hezbollah berunding di Lebanon.", "Hamas mundur.", "Pengadilan menuduh tiga orang.")
    assert coded(texts, "menuduh", EventType.ACCUSE, "Pengadilan") == {"LBN:JUD"}


@pytest.mark.usefixtures("silent")
@pytest.mark.parametrize(
    ("text", "event_type", "language", "made"),
    [
        ("KPK menahan Wali Kota Cimahi Atty Suharti.", EventType.COERCE, "id", ({"IDN"}, {"IDN"})),
        ("Putin memecat menteri pertahanannya.", EventType.SANCTION, "id", ({"RUS"}, {"RUS"})),
        ("Zelensky fired his defence minister.", EventType.SANCTION, "en", ({"UKR"}, {"UKR"})),
        ("Putin mengecam negara itu.", EventType.ACCUSE, "id", ({"RUS"}, set())),
    ],
)
def test_a_man_of_the_state_that_acts_is_somebody_apart(
    text: str, event_type: EventType, language: str, made: tuple[set[str], set[str]]
) -> None:
    assert sides(annotated(text, language), event_type) == [made]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Kenya dan Peru berjanji saling membantu di tengah sanksi Uni Eropa terhadap Togo."),
        ("en", "Kenya and Peru pledged to help each other amid European Union sanctions on Togo."),
    ],
)
def test_a_promise_to_each_other_is_to_nobody_else_and_what_it_is_amid_is_no_part_of_it(
    silent: Scripted, language: str, text: str
) -> None:
    noun = "sanksi" if language == "id" else "sanctions"
    silent.acts[noun] = act(EventType.SANCTION, 0.03)
    made = annotated(text, language)
    assert sides(made, EventType.AGREE) == [({"KEN", "PER"}, set())]
    assert sides(made, EventType.SANCTION) == [({"EU"}, {"TGO"})]


@pytest.mark.usefixtures("silent")
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Kenya tidak pernah memberi senjata kepada pihak mana pun."),
        ("en", "Kenya denies sending weapons."),
        ("en", "Kenya denies that it sent weapons."),
    ],
)
def test_what_is_denied_is_told_and_done_to_nobody_who_is_not_named(language: str, text: str) -> None:
    made = annotated(text, language)
    assert [e.status for e in made.events if e.type is EventType.AID] == ["denied"]
    assert sides(made, EventType.AID) == [({"KEN"}, set())]


def test_what_a_blow_repays_is_another_one(silent: Scripted) -> None:
    silent.acts["attack"] = act(EventType.ASSAULT, 0.4)
    text = "Kenya fired missiles at Peru in retaliation for an attack that killed 26 tourists in Nairobi."
    assert [doers for doers, _ in sides(annotated(text, "en"), EventType.ASSAULT)] == [{"KEN"}, {"UNKNOWN"}]


@pytest.mark.usefixtures("silent")
def test_who_believes_something_does_not_receive_it() -> None:
    text = "Kenyan officials believe that Peru may send weapons."
    assert sides(annotated(text, "en"), EventType.AID) == [({"PER"}, set())]


def test_a_charge_lends_a_blow_behind_it_no_doer(silent: Scripted) -> None:
    silent.acts["Serangan drone"] = act(EventType.ASSAULT, 0.9)
    text = '"Kenya menyerang kedaulatan Peru," kata presiden Peru. Serangan drone terjadi pada Senin.'
    assert all("KEN" not in doers for doers, _ in sides(annotated(text), EventType.ASSAULT)[1:])


@pytest.mark.parametrize(
    ("language", "text", "summit"),
    [
        ("id", "Modi bertemu Putin di sela-sela KTT BRICS di Kazan.", "KTT"),
        ("en", "Modi met Putin on the sidelines of the BRICS summit in Kazan.", "summit"),
    ],
)
def test_whose_summit_it_is_does_not_meet_at_its_sidelines(
    silent: Scripted, language: str, text: str, summit: str
) -> None:
    silent.acts[summit] = act(EventType.CONSULT, 0.9, *(Told("actor", who) for who in ("Modi", "Putin", "BRICS")))
    assert sides(annotated(text, language), EventType.CONSULT) == [({"IND", "RUS"}, set())]


@pytest.mark.usefixtures("silent")
def test_both_of_whom_one_is_known_to_speak_stay_both() -> None:
    text = (
        "Presiden Mesir Abdel Fattah al-Sisi menerima Raja Yordania Abdullah II di Kairo. "
        "Keduanya mengatakan akan menolak pengusiran itu."
    )
    document = annotated(text)
    (both,) = (m for m in document.mentions if m.span.of(text) == "Keduanya")
    assert len(both.entities) == 2


@pytest.mark.usefixtures("silent")
@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "id",
            'Kenya menuduh Peru membantu Togo. "Peru mengirim amunisi melalui Ghana," kata presiden Kenya.',
        ),
        ("en", 'Kenya accused Peru of a plot. "Peru sent ammunition through Ghana," Kenya\'s president said.'),
    ],
)
def test_an_accuser_goes_on_accusing_and_through_whose_land_it_went_is_no_party(language: str, text: str) -> None:
    told = [e for e in annotated(text, language).events if e.type is EventType.AID][-1]
    assert ([p.code for p in told.actors], told.recipients, told.status) == (["PER"], (), "alleged")


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Kenya will investigate an air strike that killed 22 Somalis.", [({"UNKNOWN"}, {"SOM:CVL"})]),
        ("Kenya said it would investigate a drone strike that killed 22 Somalis.", [({"UNKNOWN"}, {"SOM:CVL"})]),
    ],
)
def test_who_looks_into_a_blow_has_not_dealt_it(text: str, parties: list[tuple[set[str], set[str]]]) -> None:
    document = annotated(text, "en")
    assert sides(document, EventType.ASSAULT) == parties
    assert all(e.status is Status.ASSERTED for e in document.events if e.type is EventType.ASSAULT)
