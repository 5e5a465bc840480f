"""The log of reviews → what holds of it for each claim."""

from collections import defaultdict
from collections.abc import Iterable

from kawat.model import JUDGING, Review, Verdict
from kawat.query.answers import Checked


def holding(reviews: Iterable[Review]) -> dict[str, dict[str, Review]]:
    """Claim → reviewer → the word that holds; what was undone and mere notes are left out."""
    told: dict[tuple[str, str], list[Review]] = defaultdict(list)
    for one in reviews:
        said = told[one.claim, one.by]
        if one.verdict is Verdict.UNDONE:
            del said[-1:]
        else:
            said.append(one)
    found: dict[str, dict[str, Review]] = defaultdict(dict)
    for (claim, by), said in told.items():
        words = [one for one in said if one.verdict is not Verdict.NOTED]
        if words:
            found[claim][by] = words[-1]
    return dict(found)


def checked(reviews: Iterable[Review]) -> dict[str, Checked]:
    """Claim → what its reviewers say together."""
    made = tuple(reviews)
    notes: dict[str, list[str]] = defaultdict(list)
    for one in made:
        if one.note:
            notes[one.claim].append(f"{one.by}: {one.note}")
    found = {}
    held = holding(made)
    for claim in dict.fromkeys(one.claim for one in made):
        words = [one for _, one in sorted(held.get(claim, {}).items()) if one.verdict in JUDGING]
        said = {(one.verdict, frozenset(one.changes)) for one in words}  # in whatever order they were written
        state = "unreviewed" if not said else "disputed" if len(said) > 1 else words[0].verdict.value
        changes = tuple(dict.fromkeys(f"{name}: {value}" for one in words for name, value in one.changes))
        found[claim] = Checked(state, changes, tuple(one.by for one in words), tuple(notes[claim]))
    return found
