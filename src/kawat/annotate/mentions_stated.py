"""Which states and groups a word of a sentence names, and how: by name, by a place, by its police, by a person."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from kawat import knowledge
from kawat.annotate.mentions_atoms import Atom
from kawat.annotate.mentions_phrases import Phrase
from kawat.knowledge import Sense
from kawat.lang.parties import PartyWords, Small
from kawat.model import EntityKind
from kawat.model.codes import bare
from kawat.text import fold

_BACKED_BY = 4  # so many words before a state may say that it backs somebody: "didukung oleh serangan udara Rusia"


def stated(atom: Atom, before: Atom | None, owned: Phrase | None) -> Iterator[tuple[str, str]]:
    """The codes of states and groups that an atom names, and how it names them."""
    at = before is not None and bool(before.small & (Small.AT | Small.PLACE))
    if atom.states:
        kind = "at" if at else "metonym" if all(f.sense is Sense.METONYM for f in atom.states) else "name"
        if owned is not None:
            kind = {"": "of government", "*": "of government", "CVL": "of people", "REB": "of rebels"}.get(
                owned.sector, "of force"
            )
        yield atom.state or "", kind
    elif atom.place:
        yield atom.place, "place"
    elif atom.groups:
        group = atom.groups[0].known_id
        yield group, "of group" if owned is not None else "group"
        home = _state_of(group)
        if home:
            yield home, _how_at_home(group, owned)
    elif media := atom.of_kind(EntityKind.MEDIA):
        home = _state_of(media[0].known_id)
        # "lapor AFP" says nothing of whose police a sentence speaks.
        if home and knowledge.agency(atom.text) is None:
            yield home, "home of media"
    elif len(atom.persons) == 1 or len({_state_of(f.known_id) for f in atom.persons}) == 1:
        state = _state_of(atom.persons[0].known_id)
        if state:
            yield state, "person"
    elif len({_state_of(f.known_id) for f in atom.forms}) == 1:  # a party may be of either of two: "Partai Demokrat"
        known = knowledge.get(atom.forms[0].known_id)
        # Where an international body has its seat or a company is from says nothing of whose officials a text speaks.
        if known is not None and known.state and bare(known.code) == known.state and not known.code.endswith(":BUS"):
            yield known.state, "body"


def is_neighbour(atoms: Sequence[Atom], i: int, vocabulary: PartyWords) -> bool:
    """ "the border with Bolivia", "perbatasan dengan Bolivia": the other side's."""
    return i > 1 and Small.WITH in atoms[i - 1].small and fold(atoms[i - 2].text) in vocabulary.borders


def is_backer(atoms: Sequence[Atom], i: int, first: int, vocabulary: PartyWords) -> bool:
    """ "milisi yang didukung Iran", "backed by Iran", "Iran-backed": whose side somebody is on, not whose he is."""
    near = reversed(atoms[max(0, first - _BACKED_BY) : first])
    plain = takewhile(lambda a: not (a.mark or a.heads or a.small & (Small.AT | Small.OF)), near)
    before = {fold(a.text) for a in plain}
    hyphened = [a.text if a.text == "-" else fold(a.text) for a in atoms[i + 1 : i + 3]]
    joined = hyphened[:1] == ["-"] and hyphened[-1] in vocabulary.backers
    return joined or not before.isdisjoint(vocabulary.backers)


def is_goal(atoms: Sequence[Atom], i: int, vocabulary: PartyWords) -> bool:
    """ "bertolak ke Teheran", "visiting Cairo"."""
    before = i - 1
    while before > 0 and atoms[before].small & (Small.AT | Small.OF | Small.PLACE | Small.ARTICLE):
        before -= 1
    return before >= 0 and fold(atoms[before].text) in vocabulary.travels


def _how_at_home(group: str, owned: Phrase | None) -> str:
    """How a group names its state: a people ("Rohingya") does as the state's own name would."""
    if not _is_people(group):
        return "home of group"
    return "of rebels" if owned is not None and owned.sector == "REB" else "name"


def _is_people(known_id: str) -> bool:
    """ "Rohingya": civilians of a state, and no group that acts."""
    known = knowledge.get(known_id)
    return known is not None and known.code.endswith(":CVL")


def _state_of(known_id: str) -> str | None:
    known = knowledge.get(known_id)
    return known.state if known else None


__all__ = ["is_backer", "is_goal", "is_neighbour", "stated"]
