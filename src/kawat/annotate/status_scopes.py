"""How far a status cue reaches: from its words to the act that it makes planned, denied, alleged or only possible."""

from collections.abc import Collection
from typing import Literal

from kawat.annotate.events_authors import authorship
from kawat.annotate.status_negated import of_subject
from kawat.annotate.voice import View
from kawat.lang import table

# verb     stands before the trigger among the words that belong to its verb ("akan menyerang")
# clause   stands before the trigger in the same clause ("diduga ... menyerang")
# opens    opens the clause that holds the trigger ("jika X menyerang")
# inverts  opens the clause and stands right before its subject ("Had X attacked ...")
# subject  stands right before the subject of the trigger ("tak satu pun tentara ... menembak")
# absent   denies that there is who does what a relative clause tells ("tidak ada negara yang akan menyerang")
# nobody   is the subject itself ("tak seorang pun di Lima memerintahkan penangkapan")
# noun     stands beside a noun of action ("serangan yang direncanakan")
# before   stands before a noun of action ("rencana serangan")
# occurs   stands behind a noun of action, before the verb by which it takes place ("serangan itu urung dilakukan")
# venue    governs a verb that takes place at a noun of action ("akan dibahas dalam pertemuan")
# purpose  governs what the act is the purpose of ("berangkat ... untuk bertemu")
# other    governs what another than its subject does ("berharap X mencabut")
Scope = Literal[
    "verb", "clause", "opens", "inverts", "subject", "absent", "nobody", "noun", "before", "occurs", "venue", "purpose",
    "other",
]  # fmt: skip

# How many words and parties may stand between a cue and its act; a party counts as one.
_VERB_REACH, _LIGHT_REACH, _NOUN_REACH, _VENUE_REACH = 5, 2, 10, 8


def reaches(view: View, scope: Scope, cue: range, act: range, *, noun: bool) -> bool:
    """Whether a cue at some words reaches the act at others; `noun`: the act is told by a noun."""
    if scope in ("noun", "occurs") and cue.start >= act.stop:
        return noun and _after_noun(view, cue, act) and (scope == "noun" or _is_held(view, cue.stop))
    if cue.stop > act.start:
        return False
    gap = range(cue.stop, act.start)
    match scope:
        case "verb":
            return _before_verb(view, gap, noun=noun)
        case "clause":
            stops = [x for x in gap if _stops_clause(view, x) and not _sets_off(view, x, cue)]
            open_to = (not stops or _joined(view, gap)) and not _of_the_cue(view, gap)
            return open_to and (noun or not ends_before(view, cue, act))
        case "opens":
            return _opens(view, gap, noun=noun)
        case "inverts" | "subject":
            opens = of_subject(view, cue) if scope == "subject" else _is_first(view, cue)
            return opens and _on_subject(view, gap)
        case "absent" | "nobody":
            return _nobody_does(view, cue, act, related=scope == "absent", noun=noun)
        case "noun" | "before" | "venue":
            return noun and (_at_venue(view, gap) if scope == "venue" else _before_noun(view, cue, act))
    return (not noun and _of_another(view, gap)) if scope == "other" else _to_purpose(view, gap)


def _of_the_cue(view: View, gap: range) -> bool:
    """Whether an act is what is done to the cue itself, "tuduhan yang dibantah X", or follows one that was told
    before: "memprotes rencana itu dan memanggil X"."""
    g = view.grammar
    if len(gap) > 1 and view.folded[gap.start] in g.determiners and view.folded[gap[-1]] in g.coordinators:
        return not view.is_verb(gap.start - 1)
    related = len(gap) > 0 and view.folded[gap.start] in g.relative - g.complementizers
    return related and all(view.folded[x] in g.auxiliaries | g.passive_auxiliaries for x in gap[1:])


def ends_before(view: View, cue: range, act: range) -> bool:
    """Whether a cue only says of somebody what they are thought to have done, and the act is what the sentence tells.

    "Pria yang diduga membunuh X ditangkap polisi", "a man suspected of killing X was arrested".
    """
    g = view.grammar
    before = view.folded[cue.start - 1] if cue.start else ""
    related = before in g.relative
    if not related:  # a participle right behind its noun; an auxiliary would make it the verb of the sentence
        behind = cue.start > 0 and before.isalpha() and before not in g.auxiliaries | g.passive_auxiliaries | g.copulas
        of = g.passive_behind.intersection(view.folded[cue.stop - 1 : cue.stop + 1])
        related = not g.genitive_after and behind and bool(of)
    first = act.start - 1
    while first > cue.stop and view.folded[first] in g.auxiliaries - g.infinitive:
        first -= 1
    joined = g.infinitive | g.coordinators | g.complementizers | g.prepositions
    gerund = g.gerund.match(view.folded[first])
    if not related or first < cue.stop or view.folded[first] in joined or (view.is_verb(first) and not gerund):
        return False
    finite = g.genitive_after or first < act.start - 1 or first in view.at
    if finite and any(view.is_verb(x) or g.gerund.match(view.folded[x]) for x in range(cue.stop, first + bool(gerund))):
        return True
    # "the minister accused of bribery denied it": a finite verb is none of what stands behind "of"
    of = g.passive_behind.intersection(view.folded[cue.stop : cue.stop + 1])
    return bool(of) and view.is_verb(act.start) and not g.gerund.match(view.folded[act.start])


def _of_another(view: View, gap: range) -> bool:
    """Whether somebody stands between a cue and a verb who is to do what the verb tells: "hopes that X lifts"."""
    g = view.grammar
    if g.passive_shape.match(view.folded[gap.start - 1]) and view.folded[gap.start - 2] in g.relative:
        return False  # "Pemberontak yang didukung X menyerang"
    inside = [x for x in gap if x > gap.start or view.folded[x] not in g.complementizers]
    closed = {",", ";", *g.quotes}
    if any(view.is_break(x) or view.folded[x] in g.relative or view.tokens[x].text in closed for x in inside):
        return False
    # "hopes for rain and arrested X", "mendukung X dan menyerang Y"; not "berharap X mundur dan menyerahkan Y"
    wished = g.genitive_after and any(view.is_verb(x) for x in inside if x not in view.at)
    if inside and view.folded[inside[-1]] in g.coordinators and not wished:
        return False
    small = g.auxiliaries | g.determinatives | g.determiners | g.complementizers | g.infinitive
    return any(x in view.at or view.folded[x] not in small for x in inside)


def _is_first(view: View, cue: range) -> bool:
    return cue.start == 0 or view.tokens[cue.start - 1].text in {",", *view.grammar.quotes}


def _opens(view: View, gap: range, *, noun: bool) -> bool:
    """Whether an act stands in the clause that a cue opens, or is what follows from it behind one comma.

    What the second clause only mentions does not follow: "jika benar, itu melanggar sanksi PBB yang melarang ...".
    """
    commas = [x for x in gap if view.tokens[x].text == ","]
    if any(view.tokens[x].text in {";", ":"} for x in gap) or len(commas) > 1:
        return False
    if commas and noun:
        return _taken_up(view, gap, commas[0])
    return not any(view.folded[x] in view.grammar.relative for x in gap if commas and x > commas[0])


def _taken_up(view: View, gap: range, comma: int) -> bool:
    """Whether a short condition asks only whether it is so, and the noun is what it asks of: "if true, the raid"."""
    asked = range(gap.start, comma)
    determined = all(view.folded[x] in view.grammar.determiners for x in range(comma + 1, gap.stop))
    return determined and len(asked) <= _LIGHT_REACH and not any(x in view.at for x in asked)


def shares(view: View, scope: Scope, cue: range, act: range) -> bool:
    """Whether a cue of a verb holds for the act too that "and" joins to it, or that is its purpose.

    "akan mengunjungi X dan menandatangani Y", "akan terbang ke X untuk membahas Y".
    """
    if scope not in ("verb", "clause") or cue.stop >= act.start:
        return False
    before = view.folded[act.start - 1]
    if before not in view.grammar.coordinators and before not in view.grammar.infinitive:
        return False
    # What the cue belongs to must come at once; a party right behind the cue starts another clause.
    governed = cue.stop
    while governed < act.start - 1 and view.folded[governed] in view.grammar.auxiliaries:
        governed += 1
    if governed >= act.start - 1 or governed in view.at:
        return False
    gap = range(governed, act.start - 1)
    commas = [x for x in gap if view.tokens[x].text == ","]
    if commas and commas != [act.start - 2]:
        return False
    return not any(view.is_break(x) or view.folded[x] in view.grammar.relative for x in gap) and not any(
        view.tokens[x].text in view.grammar.quotes for x in gap
    )


def undone(view: View, cue: range, act: range) -> bool:
    """Whether an act is what a thing that is not done was for: "did not deploy troops to attack X".

    The verb must have an object before the infinitive: "did not wait to attack" tells of an attack.
    """
    infinitive = act.start - 1
    if infinitive < 0 or view.folded[infinitive] not in view.grammar.infinitive:
        return False
    object_ = [x for x in range(cue.stop, infinitive) if view.folded[x] not in view.grammar.auxiliaries][1:]
    return bool(object_) and view.tokens[object_[-1]].text != "," and shares(view, "verb", cue, act)


def _without_adverbs(view: View, gap: Collection[int]) -> list[int]:
    """A gap without words that stand between two commas by themselves: "will not, however, meet"."""
    kept = list(gap)
    for i in range(len(kept) - 2, -1, -1):
        aside = [view.tokens[k].text for k in kept[i : i + 3]]
        if (
            aside[0] == ","
            and aside[-1] == ","
            and len(aside) == 3
            and aside[1].isalpha()
            and kept[i + 1] not in view.at
        ):
            del kept[i : i + 3]
    return kept


def _before_verb(view: View, gap: Collection[int], *, noun: bool) -> bool:
    done = view.grammar.light_passive if noun else frozenset()  # "akan digelar perundingan"
    gap = _without_adverbs(view, gap)
    if noun and gap and (author := authorship(view, gap[-1] + 1)) is not None:  # "diduga berada di balik serangan"
        return all(view.folded[x] in view.grammar.auxiliaries for x in gap if x < author)
    if any(x in view.at or (_stops_verb(view, x) and view.folded[x] not in done) for x in gap):
        return False
    rows = table(view.grammar.language, "status")
    if noun and any(view.folded[x] in rows["questions"] or view.folded[x] in rows["standing"] for x in gap):
        return False  # "tidak jelas apakah serangan itu ...", "tidak takut akan serangan itu"
    if noun:  # "had not carried out any strikes"
        plain = view.grammar.determinatives.union(rows["indefinite"])
        return len([x for x in gap if view.folded[x] not in plain]) <= _LIGHT_REACH
    return len(gap) <= _VERB_REACH


def _stops_verb(view: View, x: int) -> bool:
    word = view.folded[x]
    g = view.grammar
    if view.is_verb(x) and word not in g.light and word not in g.auxiliaries:
        return True
    return (
        word == ","
        or word in g.relative
        or view.is_break(x)
        or view.tokens[x].text in g.quotes
        or word in g.coordinators
    )


def _stops_clause(view: View, x: int) -> bool:
    if view.tokens[x].text in {";", ",", *view.grammar.quotes} or speaks_on(view, x):
        return True
    return view.is_break(x) and view.folded[x] not in view.grammar.complementizers


def speaks_on(view: View, x: int) -> bool:
    """Whether an "and" joins a verb of saying: in "membantah tuduhan itu dan mengatakan ..." the denial ends there."""
    if view.folded[x] not in view.grammar.coordinators:
        return False
    against = table(view.grammar.language, "status")["set_against"]
    following = next((w for w in view.folded[x + 1 :] if w not in against), "")
    return following in table(view.grammar.language, "pronouns")["saying"]


def _sets_off(view: View, x: int, cue: range) -> bool:
    """Whether a comma only sets off a cue that opens the sentence: "Dilaporkan, pasukan itu menyerang ..."."""
    return cue.start == 0 and x == cue.stop and view.tokens[x].text == ","


def _joined(view: View, gap: range) -> bool:
    """Whether only a comma before "and" right before the act parts it from the cue's clause."""
    stops = [x for x in gap if _stops_clause(view, x)]
    return stops == [gap.stop - 2] and view.folded[gap.stop - 1] in view.grammar.coordinators


def _on_subject(view: View, gap: range) -> bool:
    """Whether the words begin with a party, and no other verb comes before the act."""
    g = view.grammar
    begins = any(x in view.at for x in gap[:3])
    related = next((x for x in gap if view.folded[x] in g.relative), gap.start)
    if any(view.folded[x] in g.prepositions for x in range(gap.start, related)):
        return False
    if any(view.folded[x] in g.complementizers - g.relative for x in gap):
        return False  # "tidak ada keraguan bahwa Rusia (yang) ..."
    return begins and not any(
        _stops_clause(view, x) or (view.is_verb(x) and view.folded[x] not in view.grammar.auxiliaries) for x in gap
    )


def _nobody_does(view: View, cue: range, act: range, *, related: bool, noun: bool) -> bool:
    """Whether the act is what nobody does: only whence they are, light verbs and plans of it stand before it."""
    g = view.grammar
    gap = range(cue.stop, act.start)
    rows = table(g.language, "status")
    relative = [x for x in gap if view.folded[x] in g.relative]
    exists = any(view.folded[x] in rows["clefts"] for x in cue)  # "no one who attacked X" only says of whom
    if (related and not relative) or len(relative) > (exists or related):
        return False
    if any(_stops_clause(view, x) or view.folded[x] in g.complementizers - g.relative for x in gap):
        return False
    inner = {*g.light, *g.auxiliaries, *rows["plans"]}
    if any(view.is_verb(x) and view.folded[x] not in inner for x in gap):
        return False
    if related:
        return not any(view.folded[x] in g.prepositions for x in gap)
    if any(view.folded[x] in g.prepositions for x in gap if relative and x > relative[0]):
        return False
    return _only_whence(view, gap, inner) and not _in_phrase(view, act.start, noun=noun)


def _only_whence(view: View, gap: range, inner: Collection[str]) -> bool:
    """Whether nothing stands in a gap but verbs of the act and phrases like "in the government"; "died" does not."""
    g = view.grammar
    free = 0  # a noun that nobody knows may stand behind a preposition
    for x in gap:
        word = view.folded[x]
        if word in g.prepositions:
            free = 1
        elif x in view.at or word in inner or word in g.relative or word in g.determinatives:
            free = free if word in g.determinatives else 0
        elif free or view.tokens[x].text[:1].isupper():
            free = 0
        else:
            return False
    return True


def _in_phrase(view: View, start: int, *, noun: bool) -> bool:
    """Whether an act stands in a phrase behind a preposition: "nobody was in the attack"."""
    g = view.grammar
    k = start - 1
    if not noun and view.folded[k] not in g.determinatives:
        return False
    while k >= 0 and (k in view.at or view.folded[k] in g.determinatives - g.prepositions):
        k -= 1
    return k >= 0 and view.folded[k] in g.prepositions


def _before_noun(view: View, cue: range, act: range) -> bool:
    gap = range(cue.stop, act.start)
    return len(gap) <= 3 and not any(
        _stops_clause(view, x) or view.is_verb(x) or view.folded[x] in view.grammar.coordinators for x in gap
    )


def _after_noun(view: View, cue: range, act: range) -> bool:
    gap = _without_asides(view, range(act.stop, cue.start))
    return _width(view, gap) <= _NOUN_REACH and not any(_stops_clause(view, x) or view.is_verb(x) for x in gap)


def _is_held(view: View, k: int) -> bool:
    """Whether the next verb from word `k` on says that something takes place."""
    while k < len(view.tokens) and k not in view.at and view.folded[k] in view.grammar.auxiliaries:
        k += 1
    held = table(view.grammar.language, "status")["takes_place"]
    return k < len(view.tokens) and k not in view.at and view.folded[k] in held


def _without_asides(view: View, gap: range) -> list[int]:
    """A gap without what stands in brackets, and without relative clauses between commas.

    "pada Rabu (8/3/2023) ditunda", "the talks, which were planned for Wednesday, were called off".
    """
    kept: list[int] = []
    x = gap.start
    while x < gap.stop:
        relative = x + 1 < gap.stop and view.folded[x + 1] in view.grammar.relative
        closing = {"(": ")", ",": "," if relative else ""}.get(view.tokens[x].text)
        end = next((y for y in range(x + 1, gap.stop) if closing and view.tokens[y].text == closing), None)
        if end is None:
            kept.append(x)
        x = x + 1 if end is None else end + 1
    return kept


def _at_venue(view: View, gap: range) -> bool:
    inside = [x for x in gap if view.folded[x] not in view.grammar.determinatives]
    return (
        len(inside) > 1
        and view.folded[inside[-1]] in table(view.grammar.language, "status")["venue_prepositions"]
        and _width(view, gap) <= _VENUE_REACH
        and any(view.is_verb(x) or view.folded[x] in view.grammar.passive_auxiliaries for x in inside)
        and not any(_stops_clause(view, x) for x in inside)
    )


def _to_purpose(view: View, gap: range) -> bool:
    if not gap or view.folded[gap[-1]] not in view.grammar.infinitive:
        return False
    return not any(_stops_clause(view, x) or view.folded[x] in view.grammar.coordinators for x in gap)


def _width(view: View, gap: Collection[int]) -> int:
    """How many words and parties stand in a gap."""
    return len({id(view.at[x]) if x in view.at else x for x in gap})
