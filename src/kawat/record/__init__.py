"""Document → Record: ids, chains, dates, entities, claims and how they stand to each other."""

from kawat.model import Document, Record
from kawat.record.ids import make_id


def build(document: Document, pipeline: str) -> Record:
    """The record of a document; `pipeline` names the version that made it and is kept with it."""
    # loaded for who makes records: an export only needs the chain of a photograph
    from kawat.record.claims import claims, quotations, tied  # noqa: PLC0415
    from kawat.record.tellings import told  # noqa: PLC0415

    acts = told(document)
    made, said = claims(document, acts), quotations(document)
    return Record(
        article=document.article,
        entities=document.entities,
        quotations=said,
        claims=made,
        pipeline=pipeline,
        notes=(*document.article.notes, *document.notes),
        ties=tied(document, acts, made, said),
    )


__all__ = ["build", "make_id"]
