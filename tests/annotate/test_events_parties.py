"""Who the parties of acts are when the words alone do not tell: own sentences in wire style."""

import pytest

from kawat.annotate import mentions, places, quotations, sentences
from kawat.annotate.events_parties_coder import Act, PartyCoder
from kawat.annotate.gold import block_article, predict
from kawat.model import Document, EventType, Span


def document(*texts: str) -> Document:
    article, _ = block_article(texts, "own", "id")
    return quotations.find(places.find(mentions.find(sentences.split(Document(article)))))


def span(document: Document, words: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = document.article.text.index(words, at + 1)
    return Span(at, at + len(words))


def act(
    document: Document,
    trigger: str,
    kind: EventType,
    actors: tuple[str, ...] = (),
    recipients: tuple[str, ...] = (),
) -> Act:
    where = span(document, trigger)
    sentence = next(i for i, s in enumerate(document.sentences) if s.span.covers(where))
    start = document.sentences[sentence].span.start
    text = document.article.text
    sides = [tuple(Span(a := text.index(w, start), a + len(w)) for w in side) for side in (actors, recipients)]
    return Act(sentence, where, kind, *sides)


def codes(parties: tuple[object, ...]) -> set[str]:
    return {p.code for p in parties}  # type: ignore[attr-defined]


def test_names_keep_their_codes_and_entities() -> None:
    d = document("Menteri Luar Negeri Jepang Taro Aso menuduh Korea Utara mengirim mata-mata ke Okinawa.")
    sides = PartyCoder(d).code(
        act(d, "menuduh", EventType.ACCUSE, ("Menteri Luar Negeri Jepang Taro Aso",), ("Korea Utara",))
    )
    assert codes(sides.actors) == {"JPN"}
    assert [p.entity for p in sides.recipients] == ["PRK"]
    assert sides.recipients[0].span == span(d, "Korea Utara")


def test_a_noun_takes_the_doer_of_the_same_act_before() -> None:
    d = document(
        "Pesawat tempur Ethiopia menyerang bandara Mogadishu pada Senin.",
        "Serangan itu menewaskan lima warga sipil Somalia.",
    )
    coder = PartyCoder(d)
    coder.code(act(d, "menyerang", EventType.ASSAULT, ("Pesawat tempur Ethiopia",), ("bandara Mogadishu",)))
    sides = coder.code(act(d, "Serangan", EventType.ASSAULT, (), ("lima warga sipil Somalia",)))
    assert {c.partition(":")[0] for c in codes(sides.actors)} == {"ETH"}
    assert all(p.span is None for p in sides.actors)
    assert codes(sides.recipients) == {"SOM:CVL"}


def test_nobody_is_met_or_told_where_nobody_was_named() -> None:
    d = document("Presiden Kenya mengundurkan diri pada Senin.")
    sides = PartyCoder(d).code(act(d, "mengundurkan diri", EventType.RETREAT, ("Presiden Kenya",)))
    assert sides.recipients == ()


def test_a_side_is_filled_only_when_asked() -> None:
    d = document("Lima warga sipil Somalia tewas pada Senin.")
    sides = PartyCoder(d).code(
        act(d, "tewas", EventType.ASSAULT, (), ("Lima warga sipil Somalia",)), unspoken=frozenset()
    )
    assert sides.actors == ()


def test_a_party_of_no_mention_gets_an_entity_of_its_own() -> None:
    d = document("Polisi Kenya menggerebek toko-toko di Nairobi pada Senin.")
    coder = PartyCoder(d)
    sides = coder.code(act(d, "menggerebek", EventType.COERCE, ("Polisi Kenya",), ("toko-toko",)))
    known = {e.id for e in d.entities} | {e.id for e in coder.entities}
    assert sides.recipients
    assert {p.entity for p in (*sides.actors, *sides.recipients)} <= known


def test_a_speaker_is_the_one_that_his_words_mean() -> None:
    d = document("Serangan itu salah, kata Menteri Luar Negeri Jepang Taro Aso.")
    coder = PartyCoder(d)
    speaker = coder.speaker(0, span(d, "Taro Aso"))
    assert speaker is not None
    assert speaker.code == "JPN"
    assert coder.speaker(0, span(d, "salah")) is None


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        # the clitic of a verb is its object, that of a noun of action its doer
        ("Polisi Iran menahan seorang warga Irak lalu menyiksanya.", "nya", "IRQ:CVL"),
        ("Presiden Prancis bertemu pengusaha dalam kunjungannya ke Hanoi.", "nya", "FRA"),
        # who someone is stands behind the name
        ("Polisi Kenya menahan John Otieno, seorang pengacara, pada Senin.", "John Otieno", "KEN:CVL"),
        # opponents of a head of state are no government
        ("Ribuan penentang Presiden Peru Alberto Quispe berunjuk rasa.", "Ribuan penentang", "PER:OPP"),
        # a post of two words
        ("Para Direktur Eksekutif Bank Dunia sepakat pada Selasa.", "Para Direktur", "WORLDBANK"),
        # a government is named by who leads it, a party's senators sit in the state's parliament
        ("Pemerintah Bush menolak usul itu pada Senin.", "Pemerintah Bush", "USA"),
        ("Para senator Partai Republik menolak rancangan itu.", "senator", "USA:LEG"),
        # the post tells more than the woman, the state more than the people, allies are not the state itself
        ("Wanita juru bicara Gedung Putih, Jane Doeson, menolak berkomentar.", "Wanita juru bicara", "USA"),
        ("Ribuan orang Arab Irak mengungsi ke Yordania.", "orang Arab Irak", "IRQ:CVL"),
        ("Sekutu AS menolak mengirim pasukan.", "Sekutu AS", "ALLIES"),
        # a noun of action that opens a sentence is no first name
        ("Kesediaan Rice menemui utusan Iran dipuji.", "Rice", "USA"),
        # a part of a state gives the state's code
        ("Gerilyawan menyerang kilang minyak di Delta Niger pada Senin.", "Gerilyawan", "NGA:REB"),
    ],
)
def test_words_mean(text: str, words: str, code: str) -> None:
    d = document(text)
    by_id = {e.id: e.code for e in d.entities}
    where = span(d, words)
    mention = next(m for m in d.mentions if m.span.overlaps(where))
    assert [by_id[e] for e in mention.entities] == [code]


def test_another_story_lends_no_state() -> None:
    d = document(
        "Pasukan Israel menembak seorang remaja Palestina di Tepi Barat.",
        "Israel mengatakan remaja Palestina itu melempar batu.",
        "Kelompok bersenjata Nigeria menculik tiga pekerja minyak, kata polisi hari Kamis.",
    )
    by_id = {e.id: e.code for e in d.entities}
    police = next(m for m in d.mentions if m.span == span(d, "polisi"))
    assert [by_id[e] for e in police.entities] == ["NGA:COP"]


def test_an_agency_that_is_told_something_is_none_of_both_states() -> None:
    read = document(
        "Somalia menuduh Kenya mempersenjatai milisi.",
        "“Kami tidak mengirim senjata ke Somalia,” kata Menlu Kenya kepada Reuters.",
        "Uni Afrika menyerukan kedua negara berunding.",
    )
    known = {e.id: e.code for e in read.entities}
    (both,) = (m for m in read.mentions if m.span == span(read, "kedua negara"))
    assert {known[e] for e in both.entities} == {"SOM", "KEN"}


def test_a_pronoun_is_not_the_other_side_of_its_act() -> None:
    d = document("Seorang pengacara Moldova ditahan.", "Polisi Rumania membebaskannya dua jam kemudian.")
    sides = PartyCoder(d).code(act(d, "membebaskan", EventType.RETREAT, ("Polisi Rumania",), ("nya",)))
    assert codes(sides.actors) == {"ROU:COP"}
    assert not codes(sides.recipients) & {"ROU", "ROU:COP"}


def test_who_is_met_is_not_the_one_that_a_pronoun_means() -> None:
    d = document("Raja Yordania tiba di Berlin.", "Dia bertemu dengan Kanselir Jerman.")
    sides = PartyCoder(d).code(act(d, "bertemu", EventType.CONSULT, ("Dia", "Kanselir Jerman")))
    assert codes(sides.actors) == {"JOR", "DEU"}


def test_one_state_alone_is_not_all_of_a_meeting() -> None:
    d = document("Kenya menutup perbatasan.", "Pertemuan darurat dibuka pada Senin.")
    sides = PartyCoder(d).code(act(d, "Pertemuan darurat", EventType.CONSULT))
    assert codes(sides.actors) != {"KEN"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Kelompok Taliban itu merencanakan serangan lebih lanjut, katanya kepada Reuters melalui telepon."),
        ("en", "The Taliban plan further attacks, a spokesman for the group said to Reuters by telephone."),
    ],
)
def test_whom_a_speaker_tells_is_no_party(language: str, text: str) -> None:
    events = [e for row in predict([{"id": "1", "block": "own", "text": text}], language) for e in row["events"]]
    assert [e["type"] for e in events] == ["ASSAULT"]
    assert {p["code"] for p in events[0]["actors"]} == {"TALIBAN"}
    assert events[0]["recipients"] == []


def test_whom_the_encoder_reads_as_hit_is_not_made_the_doer_by_a_rule() -> None:
    text = "Lima warga sipil Irak tewas ketika sebuah bom mobil meledak di Basra."
    events = [e for row in predict([{"id": "1", "block": "own", "text": text}]) for e in row["events"]]
    assert events
    assert not any(p["code"].startswith("IRQ") for e in events for p in e["actors"])
    assert any(p["code"] == "IRQ:CVL" for e in events for p in e["recipients"])


@pytest.mark.parametrize(
    ("texts", "trigger", "accused", "code"),
    [
        (
            ("Ukraina mengecam Rusia.", "Minsk dituduh membantu serangan itu."),
            "dituduh",
            "Minsk",
            "UNKNOWN",
        ),
        (
            ("Kenya menuduh Somalia melindungi pemberontak.", "Somalia dituduh memberi mereka senjata."),
            "dituduh",
            "Somalia",
            "KEN",
        ),
    ],
)
def test_who_accuses_a_state_is_known_only_from_an_accusation(
    texts: tuple[str, ...], trigger: str, accused: str, code: str
) -> None:
    d = document(*texts)
    coder = PartyCoder(d)
    if code != "UNKNOWN":
        coder.code(act(d, "menuduh", EventType.ACCUSE, ("Kenya",), ("Somalia",)))
    sides = coder.code(act(d, trigger, EventType.ACCUSE, (), (accused,)))
    assert codes(sides.actors) == {code}


@pytest.mark.parametrize(
    ("kind", "victim", "chosen"),
    [
        (EventType.ASSAULT, "Hizbullah", False),  # a group does not drive itself back
        (EventType.SUPPORT, "Kenya", False),  # nor does a state praise itself
        (EventType.COERCE, "Kenya", True),  # its own men it may hold
    ],
)
def test_who_is_not_told_of_as_the_doer_is_nobody_that_it_is_done_to(
    kind: EventType, victim: str, chosen: bool
) -> None:
    d = document(f"{victim} diserang, dipuji atau ditahan pada Senin.")
    code = {"Hizbullah": "HEZBOLLAH", "Kenya": "KEN"}[victim]
    sides = PartyCoder(d, {f"code {code}": 9.0}).code(act(d, "diserang", kind, (), (victim,)))
    assert (code in codes(sides.actors)) is chosen
    assert codes(sides.recipients) == {code}
