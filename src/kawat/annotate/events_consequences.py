"""What a denied act is said to have brought about: "membantah menyerang konvoi itu, menewaskan 12 orang"."""

from collections.abc import Iterator

from kawat.annotate.events_triggers import Draft
from kawat.annotate.voice import View
from kawat.lang import table
from kawat.ontology import Voice


def consequences(view: View, act: Draft, drafts: list[Draft]) -> Iterator[Draft]:
    """The harm that stands behind an act and was done by it: denied with it, it is no act of its own.

    Only a comma, with a relative pronoun behind it or none, or a word like "sehingga" leads to it.
    """
    for draft in drafts:
        told = draft.found.voice is not Voice.NOUN and view.folded[draft.found.first] in view.grammar.harm
        if told and draft.found.first > act.found.last and _leads(view, act, draft):
            yield draft


def _leads(view: View, act: Draft, harm: Draft) -> bool:
    g = view.grammar
    k = harm.found.first - 1
    so = view.folded[k] in table(g.language, "status")["results"]
    related = view.folded[k] in g.relative
    k -= related or so
    comma = view.tokens[k].text == ","
    if not (so or (comma and (related or g.genitive_after or g.gerund.match(view.folded[harm.found.first])))):
        return False
    return not any(
        x not in view.at and (view.is_break(x) or view.is_verb(x) or view.folded[x] in {",", *g.coordinators})
        for x in view.between(act.found.last, k)
    )
