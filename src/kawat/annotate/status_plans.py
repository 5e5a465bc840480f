"""What is told beside a plan: an act that is done meanwhile, and one that was put off and held all the same."""

from collections.abc import Iterable

from kawat.annotate.voice import View
from kawat.lang import table
from kawat.model import BlockKind, MentionForm


def meanwhile(view: View, first: int, plans: Iterable[tuple[str, ...]]) -> tuple[str, ...] | None:
    """The words of a plan that an act at word `first` shares, since the same one does it meanwhile.

    "akan menuntut hal itu saat ia mengunjungi X". Behind a verb of saying the time may be that of the saying.
    """
    g = view.grammar
    says = table(g.language, "pronouns")["saying"]
    words = table(g.language, "status")["meanwhile"]
    k = first - 1
    while k > 0 and view.folded[k] not in words:
        pronoun = k in view.at and view.at[k].mention.form is MentionForm.PRONOUN
        if not (pronoun or view.folded[k] in g.light | g.auxiliaries | g.determinatives):
            return None
        k -= 1
    if k <= 0:
        return None
    for phrase in plans:
        for j in places(view, phrase):
            gap = range(j + len(phrase), k)
            if j >= k or any(w in says for w in view.folded[:j]):
                continue
            if not any(view.is_break(x) or view.tokens[x].text in {",", *g.quotes} for x in gap):
                return phrase
    return None


def held_all_the_same(view: View, at: range, act: range, plans: Iterable[tuple[str, ...]]) -> bool:
    """Whether what was put off is told as held: "held the postponed talks", "were postponed but were held in May".

    `plans` are the words that would take the holding back again ("but are to be held in May").
    """
    g = view.grammar
    rows = table(g.language, "status")
    if at.stop <= act.start:  # a participle beside its noun, not the verb: "Iran's postponed talks"
        before = view.folded[at.start - 1] if at.start and not g.genitive_after else ""
        return before in g.determinatives or before in rows["holding"] or before.endswith(("'s", "’s", "s'", "s’"))
    held = [k for k in range(len(view.folded)) if view.folded[k] in rows["holding"]]
    clause = max((k + 1 for k in range(act.start) if view.is_break(k) or view.tokens[k].text == ","), default=0)
    turned = min((k for k in range(at.stop, len(view.folded)) if view.folded[k] in rows["turns"]), default=None)
    over = [k for phrase in plans for k in places(view, phrase)]
    return any(
        clause <= k < act.start or (turned is not None and k > turned and not any(turned < p <= k for p in over))
        for k in held
    )


def places(view: View, phrase: tuple[str, ...]) -> list[int]:
    """Where the words of a cue stand in a sentence; a capital inside a sentence is a name's, not theirs."""
    if phrase[0] not in view.folded:  # of hundreds of phrases a sentence has few
        return []
    size = len(phrase)
    found = [k for k in range(len(view.folded) - size + 1) if view.folded[k : k + size] == phrase]
    if view.sentence.kind is not BlockKind.BODY:
        return found
    # "last May": a capital inside a sentence is a name's.
    return [k for k in found if k == 0 or not _is_name(view, k)]


def _is_name(view: View, k: int) -> bool:
    before = view.tokens[k - 1].text
    return view.tokens[k].text[:1].isupper() and (before[-1:].isalnum() or before == ",")
