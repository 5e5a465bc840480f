"""Whom a reviewer names in a correction: words ↔ entities and places, so that questions find what they say.

A party is kept as name, code and, where they differ, id: "Omran Contoh (RSFSUDAN) <own:omran-contoh-rsfsudan>"; several
with commas between them. Words that name nobody whom the tables or the store know stand beside what was read, as words,
unless the reviewer says whose they are: "11 people (SDN:CVL)".
"""

import re
from collections.abc import Iterator

from kawat import knowledge
from kawat.errors import QuestionError, UnknownNameError
from kawat.model import Entity, EntityKind, Place
from kawat.model.codes import sector_of
from kawat.query.names import resolve
from kawat.store import StoredClaim, View, folded
from kawat.text import slug

NOBODY = "none"
"""What stands in a correction of parties, place, speaker or chain where there is nobody, or nothing."""
PARTIES = ("actors", "recipients", "speaker")

_PARTY = re.compile(
    r"(?P<name>[^<>(),]*[^<>(),\s])\s*(?:\((?P<code>[A-Z][A-Z0-9]+(?::[A-Z]{3})?)\))?\s*(?:<(?P<id>[^<>,]+)>)?"
)


def written(view: View, claim: StoredClaim, field: str, value: str) -> str:
    """A value as it is kept: those whom it names with code and id, where all of them are known; else as it stands.

    Raises `QuestionError` for a name that means several.
    """
    if value == NOBODY or field not in PARTIES:
        return value
    whole = _known(view, claim, value)
    found = [whole] if whole is not None else [_known(view, claim, one) for one in value.split(",")]
    if field == "speaker" and len(found) > 1:
        return value
    return value if None in found else ", ".join(_party(one) for one in found if one is not None)


def parties(value: str) -> tuple[Entity, ...] | None:
    """Those whom a kept value names; nobody for "none"; None for mere words."""
    if value == NOBODY:
        return ()
    found = []
    for part in value.split(","):
        match = _PARTY.fullmatch(part.strip())
        if match is None or match["code"] is None:
            return None
        found.append(_entity(match["name"], match["code"], match["id"] or match["code"]))
    return tuple(found)


def place(value: str) -> tuple[Place, ...]:
    """The place that a value names, with the id that the tables give it; none for "none"."""
    ids = (form.known_id for form in knowledge.lookup(value))
    known = next((one for one in ids if knowledge.place(one) is not None), None)
    return () if value == NOBODY else (Place(known, value, value),)


def unheld(value: str) -> str | None:
    """What to tell a reviewer whose words name nobody; None where they do."""
    if parties(value) is not None:
        return None
    name = value.partition(",")[0]
    return f"{value!r} is kept as words that no question finds; say whose it is, as {name} (SDN:CVL)"


def _known(view: View, claim: StoredClaim, words: str) -> Entity | None:
    match = _PARTY.fullmatch(words.strip())
    if match is None:
        return None
    name, code, given = match["name"], match["code"], match["id"]
    if given is not None:
        known = knowledge.get(given)
        found = view.entity(given) if known is None else Entity(known.id, known.code, known.kind, known.name)
        return _entity(name, code or found.code, given) if found is not None else None
    if code is not None:
        meant = next(_meant(view, name, code), None)
        return _entity(
            name, code, meant or (code if folded(name) == folded(code) else f"own:{slug(name)}-{slug(code)}")
        )
    return _of_report(claim, name) or _of_store(view, name)


def _of_report(claim: StoredClaim, name: str) -> Entity | None:
    """Who goes by a name among those whom the claim itself names."""
    found = [one for one in claim.entities if folded(name) in map(folded, (one.name, *one.aliases))]
    return _entity(name, found[0].code, found[0].id) if len(found) == 1 else None


def _of_store(view: View, name: str) -> Entity | None:
    try:
        meant = resolve(view, name)
    except UnknownNameError as error:
        if len(error.candidates) > 1 and "may be" in str(error):
            ids = ", ".join(f"<{one}>" for one, *_ in error.candidates)
            raise QuestionError(f"{error}: write {name} with one of {ids} behind it") from None
        return None
    return _entity(name, meant.code, meant.id)


def _meant(view: View, name: str, code: str) -> Iterator[str]:
    """The id of somebody of a name and a code, where there is one."""
    try:
        meant = resolve(view, name)
    except UnknownNameError as error:
        for one, *_ in error.candidates:
            entity = view.entity(one)
            if entity is not None and entity.code == code and folded(entity.name) == folded(name):
                yield one
        return
    if meant.code == code:
        yield meant.id


def _entity(name: str, code: str, id: str) -> Entity:  # noqa: A002  the model's word
    known = knowledge.get(id)
    if known is not None:
        return Entity(id, code, known.kind, name)
    if sector_of(code) and id == code:
        return Entity(id, code, EntityKind.GROUP, name)
    person = len(name.split()) > 1 and all(word[0].isupper() for word in name.split())
    return Entity(id, code, EntityKind.PERSON if person else EntityKind.GROUP, name)


def _party(one: Entity) -> str:
    return f"{one.name} ({one.code})" + ("" if one.id == one.code else f" <{one.id}>")
