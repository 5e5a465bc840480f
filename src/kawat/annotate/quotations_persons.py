"""Whom "kami" and "saya" mean inside quotation marks, whom "ia" beside them, and behind a sentence without any."""

from collections.abc import Iterable
from dataclasses import replace

from kawat.lang.parties import party_words
from kawat.model import Document, Entity, EntityKind, Manner, Mention, MentionForm, Quotation, Span

_WHY = "pronoun: the one quoted"


def with_speakers(document: Document, quotations: Iterable[Quotation]) -> tuple[Mention, ...]:
    """The mentions, first persons inside a direct quotation as its speaker; a medium that is quoted is not meant.

    A pronoun that is the speaker's words means the person that is known to speak.
    """
    kinds = {e.id: e.kind for e in document.entities}
    spoken = [q for q in quotations if kinds.get(q.speaker or "") not in (None, EntityKind.MEDIA)]
    direct = [q for q in spoken if q.manner is Manner.DIRECT]
    own = {q.speaker_span: q.speaker for q in spoken if kinds.get(q.speaker or "") is EntityKind.PERSON}
    return tuple(_meant(document, m, direct, own) for m in document.mentions)


def _meant(
    document: Document, mention: Mention, direct: list[Quotation], own: dict[Span | None, str | None]
) -> Mention:
    if mention.form is not MentionForm.PRONOUN:
        return mention
    if (speaks := own.get(mention.span)) is not None:
        # Of several ("keduanya") one is known as the speaker: they all are meant.
        return mention if speaks in mention.entities else replace(mention, entities=(speaks,), why=_WHY)
    if not _is_first(document, mention):
        return mention
    around = [q for q in direct if q.content.covers(mention.span)]
    if not around:
        return mention
    speaker = min(around, key=lambda q: len(q.content)).speaker
    if speaker is None or mention.entities == (speaker,):
        return mention
    return replace(mention, entities=(speaker,), why=_WHY)


def _is_first(document: Document, mention: Mention) -> bool:
    words = mention.span.of(document.article.text)
    found = party_words(document.article.language or "").lexemes.get(words)
    return any(x.pronoun is not None and x.pronoun.person == "speaker" for x in found)


def subject_before(document: Document, block: int, between: range) -> Entity | None:
    """The person who opens the sentence that ends between two offsets in a paragraph, and so is its subject.

    "..., kata X. Menteri Y mengecam pernyataan itu. Ia menambahkan ..." is Y's word. None where another or nobody opens
    the last sentence there.
    """
    inside = [s.span for s in document.sentences if s.block == block and s.span.end <= between.stop]
    if not inside or inside[-1].start < between.start:
        return None
    first = next((m for m in document.mentions if m.span.start == inside[-1].start), None)
    if first is None or first.form not in (MentionForm.NAME, MentionForm.TITLE):
        return None
    return next((e for e in document.entities if e.id in first.entities and e.kind is EntityKind.PERSON), None)
