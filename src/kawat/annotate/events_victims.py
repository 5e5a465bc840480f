"""Whom an act of force hits where its own words do not tell: those who perish by it, in the clauses around it.

"Dua tentara tewas dalam serangan itu", "Lima warga terluka ketika polisi melepaskan tembakan", "Pesawat X membom kota
itu, menewaskan tiga orang".
"""

from kawat.annotate.voice import View
from kawat.annotate.voice_words import Group
from kawat.lang import table
from kawat.ontology import Found

# So many words may stand between who is hit and by what: "tewas seketika dalam serangan itu".
_HIT_REACH = 3
_CLAUSE_REACH = 8  # from the word that opens the clause of an act to the act
_AFTER_REACH = 14  # from an act to the verb that tells whom it harmed


def hit(view: View, found: Found) -> tuple[Group, ...]:
    """Those whom the sentence says to have perished by an act, before or behind it; none where it says nothing."""
    return _by(view, found) or perished_while(view, found) or _behind(view, found) or _met(view, found)


def _met(view: View, found: Found) -> tuple[Group, ...]:
    """Whom a blast meets at what they are doing: "Mereka sedang mengawal konvoi ketika bom meledak"."""
    g, doing = view.grammar, frozenset(table(view.grammar.language, "voice")["progressive"])
    opened = next((k for k in range(found.first - 1, -1, -1) if _parts(view, k)), -1)
    near = opened >= 0 and view.folded[opened] in g.at_which and found.first - opened <= _CLAUSE_REACH
    if not near or "harm" not in g.frames[found.cue.frame].recipients:
        return ()
    for k in range(opened - 1, -1, -1):
        if view.folded[k] in doing and k not in view.at and (g.genitive_after or g.gerund.match(view.folded[k + 1])):
            group = view.subject(k + 1)
            return () if group is None else (group,)
        if view.is_break(k) or view.tokens[k].text in g.quotes:
            return ()
    return ()


def _by(view: View, found: Found) -> tuple[Group, ...]:
    """Who is hit by an act of force told by a noun: "Dua tentara tewas dan lima cedera dalam serangan itu"."""
    g, led = view.grammar, False
    for k in range(found.first - 1, max(-1, found.first - 2 - _HIT_REACH), -1):
        word = view.folded[k]
        if led and word in g.perished:
            return _perished(view, k)
        led = led or word in g.by_which
        if k in view.at or (view.is_break(k) and word not in g.by_which) or view.is_verb(k):
            return ()
    return ()


def perished_while(view: View, found: Found) -> tuple[Group, ...]:
    """Who is hit by the act of the clause behind: "Lima warga terluka ketika polisi melepaskan tembakan"."""
    g = view.grammar
    opened = next((k for k in range(found.first - 1, -1, -1) if _parts(view, k)), -1)
    if opened < 0 or view.folded[opened] not in g.at_which or found.first - opened > _CLAUSE_REACH:
        return ()
    for k in range(opened - 1, -1, -1):
        if view.folded[k] in g.perished and k not in view.at:
            return _perished(view, k)
        if view.folded[k] != "," and _parts(view, k):
            return ()
    return ()


def _parts(view: View, k: int) -> bool:
    """Whether a word parts clauses, or is the verb of one."""
    marks = {",", *view.grammar.quotes}
    return k not in view.at and (view.is_break(k) or view.is_verb(k) or view.tokens[k].text in marks)


def _perished(view: View, k: int) -> tuple[Group, ...]:
    """Of whom a word at `k` says that they perished; with "and" also those before: "dua tewas dan lima cedera"."""
    g, last = view.grammar, view.subject(k)
    if last is None:
        return ()
    joint = last.first - 1
    joined = joint > 0 and view.folded[joint] in g.coordinators and view.folded[joint - 1] in g.perished
    first = view.subject(joint - 1) if joined else None
    return (last,) if first is None else (first, last)


def _behind(view: View, found: Found) -> tuple[Group, ...]:
    """Whom a verb of harm behind an act names, with no doer of its own: "... dan menewaskan dua orang"."""
    g = view.grammar
    for k in range(found.last + 1, min(len(view.tokens), found.last + 1 + _AFTER_REACH)):
        before = view.folded[k - 1]
        if view.folded[k] in g.harm and k not in view.at and (before in g.coordinators | g.relative | {","}):
            group = view.object(k)
            return () if group is None else (group,)
        if view.is_break(k) or view.is_verb(k) or view.tokens[k].text in g.quotes:
            return ()
    return ()
