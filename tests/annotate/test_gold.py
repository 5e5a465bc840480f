from kawat.annotate.events import find
from kawat.annotate.gold import block_article, gold_events, predict
from kawat.model import Article, BlockKind, Document, Entity, EntityKind, Mention, MentionForm, Sentence, Span

LINES = (
    {"id": "a:1", "block": "a", "text": "Rusia menyerang Ukraina."},
    {"id": "a:2", "block": "a", "text": "Cuaca cerah."},
    {"id": "b:1", "block": "b", "text": "Ukraina mengecam Rusia."},
)


def run(article: Article) -> Document:
    """Sentences by block, and two names that are known."""
    codes = {"Rusia": "RUS", "Ukraina": "UKR"}
    mentions = []
    for name, code in codes.items():
        at = article.text.find(name)
        while at >= 0:
            mentions.append(Mention(Span(at, at + len(name)), MentionForm.NAME, (code,)))
            at = article.text.find(name, at + 1)
    return find(
        Document(
            article,
            sentences=tuple(Sentence(b.span, i, b.kind) for i, b in enumerate(article.blocks)),
            mentions=tuple(mentions),
            entities=tuple(Entity(c, c, EntityKind.STATE, n) for n, c in codes.items()),
        )
    )


def test_lines_of_a_block_are_the_body_of_one_article() -> None:
    article, spans = block_article(["Satu dua.", "Tiga."], "x")
    assert [s.of(article.text) for s in spans] == ["Satu dua.", "Tiga."]
    assert [b.kind for b in article.blocks] == [BlockKind.BODY] * 2


def test_every_line_is_answered_in_order() -> None:
    answers = list(predict(LINES, run=run))
    assert [a["id"] for a in answers] == ["a:1", "a:2", "b:1"]
    assert [[e["type"] for e in a["events"]] for a in answers] == [["ASSAULT"], [], ["ACCUSE"]]


def test_an_event_in_the_form_of_the_guidelines() -> None:
    article, spans = block_article([LINES[0]["text"]], "a")
    assert gold_events(run(article), spans[0]) == [
        {
            "trigger": "menyerang",
            "type": "ASSAULT",
            "mode": None,
            "actors": [{"text": "Rusia", "code": "RUS"}],
            "recipients": [{"text": "Ukraina", "code": "UKR"}],
            "status": "asserted",
            "speaker": None,
            "time": None,
            "place": "Ukraina",
        }
    ]
