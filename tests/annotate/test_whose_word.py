"""Accusations of a part in an act, denials of what others claim, words taken back, and sources nobody could check.

Whole sentences of ours through every layer; the encoder has nothing to say, so the words alone decide.
"""

from datetime import UTC, datetime

import pytest

from kawat.annotate import annotate
from kawat.model import Article, Block, BlockKind, Document, EventType, HopKind, Span

pytestmark = pytest.mark.usefixtures("silent")


def read(text: str, language: str) -> Document:
    block = Block(Span(0, len(text)), BlockKind.BODY)
    day = datetime(2026, 3, 2, 12, tzinfo=UTC)
    return annotate(Article("a0", "a.txt", text, (block,), "0" * 64, language=language, published=day))


def told(text: str, language: str, kind: EventType = EventType.ASSAULT) -> tuple[str, str, str]:
    """Status, speaker and doers of the first act of a type."""
    event = next(e for e in read(text, language).events if e.type is kind)
    return event.status, event.speaker.code if event.speaker else "", ",".join(p.code for p in event.actors)


@pytest.mark.parametrize(
    ("language", "text", "whose", "doer"),
    [
        ("id", "Kenya menuduh Uganda bertanggung jawab atas serangan ke Kisumu.", "KEN", "UGA"),
        ("id", "Kenya menyalahkan Uganda atas serangan terhadap tentara Kenya.", "KEN", "UGA"),
        ("id", "Uganda dituduh Kenya bertanggung jawab atas pembunuhan gubernur Kisumu.", "KEN", "UGA"),
        ("id", "Kenya menganggap Uganda bertanggung jawab atas serangan ke Kisumu.", "KEN", "UGA"),
        ("en", "Kenya blamed Uganda for the attack on Kenyan soldiers.", "KEN", "UGA"),
        ("en", "Kenya held Uganda responsible for the attack on Kisumu.", "KEN", "UGA"),
        ("en", "Kenya blamed Uganda for Tuesday's attack on Kenyan soldiers.", "KEN", "UGA"),
        ("en", "Kenya blames Uganda for a deadly overnight attack on Kenyan soldiers.", "KEN", "UGA"),
        ("en", "Kenya said Uganda was responsible for the killing of two Kenyan soldiers.", "KEN", "UGA"),
    ],
)
def test_an_act_laid_to_somebody_is_the_accusers_claim(language: str, text: str, whose: str, doer: str) -> None:
    assert told(text, language) == ("alleged", whose, doer)


def test_what_is_only_condemned_is_taken_as_given() -> None:
    assert told("Kenya mengecam Uganda atas serangan tentara Uganda ke Kisumu.", "id")[0] == "asserted"


def test_who_takes_an_act_on_themselves_asserts_it() -> None:
    text = "The Taliban said they were responsible for the killing of two Afghan soldiers."
    assert told(text, "en") == ("asserted", "TALIBAN", "TALIBAN")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Kenya membantah klaim Uganda bahwa tentaranya menyerang Kampala."),
        ("en", "Kenya denied claims by Uganda that its troops had attacked Kampala."),
    ],
)
def test_the_denied_claim_is_not_told_by_who_made_it(language: str, text: str) -> None:
    event = next(e for e in read(text, language).events if e.type is EventType.ASSAULT)
    assert event.status == "denied"
    assert [h.entity for h in event.chain if h.kind is HopKind.SPEAKER] == ["KEN"]


@pytest.mark.parametrize("turn", ["dan", "dan justru", "dan balik", "dan malah"])
def test_who_denies_and_accuses_next_denies_only_the_first(turn: str) -> None:
    text = f"Kenya membantah menyerang Kampala {turn} menuduh Uganda mengerahkan tentara ke perbatasan."
    assert told(text, "id", EventType.MOBILIZE) == ("alleged", "KEN", "UGA")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Kenya tidak membenarkan atau membantah telah menyerang Kampala."),
        ("id", "Kenya tidak mengonfirmasi maupun membantah telah menyerang Kampala."),
        ("en", "Kenya did not confirm or deny that it had attacked Kampala."),
    ],
)
def test_who_neither_confirms_nor_denies_denies_nothing(language: str, text: str) -> None:
    assert {e.type for e in read(text, language).events} == {EventType.ASSAULT}
    assert told(text, language)[0] == "alleged"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Koran itu menarik laporannya bahwa Kenya menyerang Kampala."),
        ("en", "The paper retracted a report which said that Kenya had attacked Kampala."),
        ("en", "An earlier version of this story said that Kenya had attacked Kampala."),
    ],
)
def test_what_is_taken_back_did_not_happen(language: str, text: str) -> None:
    assert told(text, language)[0] == "denied"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Menurut laporan media yang belum dapat diverifikasi, tentara Kenya menyerang Kampala."),
        ("en", "According to local media reports that could not be verified, Kenyan troops attacked Kampala."),
        ("en", "Kenyan troops attacked Kampala, according to unconfirmed reports."),
    ],
)
def test_what_nobody_could_verify_is_alleged(language: str, text: str) -> None:
    document = read(text, language)
    assert [e.status for e in document.events if e.type is EventType.ASSAULT] == ["alleged"]
    (quotation,) = document.quotations
    assert quotation.speaker_span is not None
    assert "ccording" not in quotation.speaker_span.of(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kenya accused Uganda of arming the rebels, a charge Uganda denies."),
        ("en", "Kenya accused Uganda of arming the rebels, which Uganda denied."),
    ],
)
def test_who_denies_says_nothing_of_what_stands_before(language: str, text: str) -> None:
    assert told(text, language, EventType.AID) == ("alleged", "KEN", "UGA")
    assert {q.speaker for q in read(text, language).quotations} == {"KEN"}


def test_whom_somebody_was_told_by_speaks_by_way_of_them() -> None:
    text = "Presiden Kenya William Ruto mengatakan, Presiden Uganda memberitahunya bahwa Kongo akan mengirim pasukan."
    inner = read(text, "id").quotations[-1]
    assert inner.speaker == "UGA"
    assert [h.entity for h in inner.chain] == ["UGA", "p:william-ruto"]


def test_a_medium_that_somebody_spoke_to_is_not_the_speaker() -> None:
    (found,) = read(
        "Presiden Kenya dalam wawancara dengan Reuters mengatakan Uganda menyerang Kisumu.", "id"
    ).quotations
    assert found.speaker == "KEN"
    assert [h.kind for h in found.chain] == [HopKind.SPEAKER, HopKind.MEDIUM]


@pytest.mark.parametrize(
    ("text", "status", "whose"),
    [
        ("Juru bicara Kenya mengatakan Uganda-lah yang menyerang Kampala.", "asserted", "KEN"),
        ("Koran itu mengutip seorang pejabat Kenya yang menyebut Uganda menyerang Kampala.", "asserted", "KEN"),
        ("Pejabat Kenya, yang bicara dengan syarat anonim, menyatakan Uganda menyerang Kampala.", "asserted", "KEN"),
        ("Diplomat Kenya yang enggan disebut namanya mengatakan Uganda menyerang Kampala.", "asserted", "KEN"),
    ],
)  # fmt: skip
def test_what_a_speaker_tells_is_told_by_them(text: str, status: str, whose: str) -> None:
    assert told(text, "id")[:2] == (status, whose)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Kenya menolak berkomentar."),
        ("en", "Kenya declined to comment."),
        ("en", "The Kenyan diplomat asked not to be named."),
    ],
)
def test_who_says_nothing_does_nothing(language: str, text: str) -> None:
    assert read(text, language).events == ()


def test_what_most_of_those_asked_back_is_not_done() -> None:
    text = "Jajak pendapat menunjukkan 70 persen warga Kenya mendukung pemerintah mengirim tentara ke Uganda."
    assert {e.status for e in read(text, "id").events if e.type is EventType.MOBILIZE} == {"hypothetical"}


@pytest.mark.parametrize(
    ("language", "text", "whose"),
    [
        ("id", "Kabar bahwa tentara Kenya menyerang Kampala tidak benar, kata pemerintah Uganda.", "UGA"),
        ("id", "Klaim Uganda bahwa tentara Kenya menyerang Kampala tidak berdasar, kata pemerintah Kenya.", "KEN"),
        ("id", "Pemerintah Kenya menyebut laporan bahwa tentaranya menyerang Kampala keliru.", "KEN"),
        ("id", "Kenya mengatakan laporan Human Rights Watch soal serangan Kenya ke Kampala tidak berdasar.", "KEN"),
        ("id", "Kabar bahwa tentara Kenya menyerang Kampala dibantah pemerintah Uganda.", "UGA"),
        ("id", "Tuduhan Uganda bahwa tentara Kenya menyerang Kampala dibantah pemerintah Kenya.", "KEN"),
        ("en", "Uganda said reports that Kenyan troops had attacked Kampala were false.", "UGA"),
        ("en", "Uganda's claim that Kenyan troops attacked Kampala is baseless, the government of Kenya said.", "KEN"),
        ("en", "Uganda's claim that Kenyan troops attacked Kampala was denied by the government of Kenya.", "KEN"),
        ("en", "Reports that Kenyan troops had attacked Kampala have been denied by the Ugandan army.", "UGA:MIL"),
    ],
)
def test_a_claim_that_is_called_untrue_is_denied_by_who_calls_it_so(language: str, text: str, whose: str) -> None:
    event = next(e for e in read(text, language).events if e.type is EventType.ASSAULT)
    assert (event.status, event.speaker and event.speaker.code) == ("denied", whose)
    assert [h.entity for h in event.chain if h.kind is HopKind.SPEAKER] == [event.speaker and event.speaker.entity]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Kabar bahwa tentara Kenya menyerang Kampala membuat warga takut, dan itu tidak benar-benar baru."),
        ("en", "Reports that Kenyan troops had attacked Kampala led to false hopes, Uganda said."),
    ],
)
def test_what_is_called_untrue_must_be_the_claim(language: str, text: str) -> None:
    assert told(text, language)[0] == "alleged"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Kenya membantah menyerang konvoi Uganda di Kisumu, menewaskan 12 warga Uganda."),
        ("id", "Kenya membantah menyerang konvoi Uganda di Kisumu, yang menewaskan 12 warga Uganda."),
        ("en", "Kenya denied attacking a Ugandan convoy in Kisumu, killing 12 Ugandan soldiers."),
    ],
)
def test_the_harm_of_a_denied_act_is_denied_with_it(language: str, text: str) -> None:
    assert {e.status for e in read(text, language).events if e.type is EventType.ASSAULT} == {"denied"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Kantor Netanyahu mengatakan Israel menyerang Damaskus."),
        ("en", "Netanyahu's office said Israel had attacked Damascus."),
    ],
)
def test_an_office_speaks_for_its_state_and_not_for_its_head(language: str, text: str) -> None:
    (found,) = read(text, language).quotations
    assert found.speaker == "ISR"
    assert "Netanyahu" in (found.chain[0].name or "")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Rumor yang beredar di Telegram menyebut Kenya menyerang Kampala."),
        ("en", "Rumours on Telegram said that Kenya had attacked Kampala."),
    ],
)
def test_nobody_in_particular_tells_a_rumour(language: str, text: str) -> None:
    assert told(text, language)[:2] == ("alleged", "")


def test_a_condition_without_a_subject_is_nobodys_word() -> None:
    assert read("If confirmed, the attack by Kenya on Kampala would be the first.", "en").quotations == ()


def test_who_answers_by_saying_says_it() -> None:
    (found,) = read("Lukashenko menanggapinya dengan mengatakan, Belarus akan mengirim tentara.", "id").quotations
    assert found.speaker == "p:alexander-lukashenko"


def test_of_two_at_odds_each_only_alleges_what_the_other_did() -> None:
    accused = "Kenya menuduh Uganda mengirim pemberontak."
    text = f"{accused} Menteri Pertahanan Kenya mengatakan tentara Uganda melepaskan tembakan."
    assert told(text, "id") == ("alleged", "KEN", "UGA:MIL")
    assert told(text.removeprefix(accused).strip(), "id") == ("asserted", "KEN", "UGA:MIL")


def test_who_fight_one_another_are_at_odds() -> None:
    text = "Thai and Cambodian troops clashed near Surin. Thailand said Cambodian soldiers had opened fire first."
    clash, blamed = (e for e in read(text, "en").events if e.type is EventType.ASSAULT)
    assert (clash.status, blamed.status) == ("asserted", "alleged")
    text = "Somali troops opened fire near Kismayo. The Somali government said Somali rebels had opened fire first."
    assert {e.status for e in read(text, "en").events if e.type is EventType.ASSAULT} == {"asserted"}


def test_a_rumour_that_goes_round_is_alleged_by_nobody() -> None:
    assert told("Desas-desus beredar bahwa tentara Kenya menyerang Kampala.", "id")[:2] == ("alleged", "")


def test_suspects_who_are_arrested_suspect_nobody() -> None:
    text = "Kenyan police arrested eight suspects and seized a Ugandan ship."
    assert {e.status for e in read(text, "en").events} == {"asserted"}


def test_what_a_report_of_somebody_tells_is_their_word() -> None:
    text = "Amnesty International said in a report that Kenya had attacked Kampala."
    assert told(text, "en")[:2] == ("asserted", "AMNESTY")


def test_who_goes_on_by_denying_said_what_stands_before() -> None:
    text = "“We did not attack Kampala,” Kenyan President William Ruto wrote on X, denying that troops had crossed."
    first, second = read(text, "en").quotations
    assert (first.content.of(text), second.content.of(text)) == ("We did not attack Kampala", "troops had crossed")
    assert {q.speaker for q in (first, second)} == {"p:william-ruto"}


def test_a_source_close_to_somebody_is_called_a_source() -> None:
    text = "Sumber yang dekat dengan Hamas mengungkapkan kelompok itu membebaskan dua sandera."
    assert [h.name for h in read(text, "id").quotations[0].chain] == ["Sumber yang dekat dengan Hamas"]
