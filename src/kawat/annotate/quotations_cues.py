"""Finds who says what inside one unit of text: cue, speaker's words and the stretches said."""

from kawat.annotate.quotations_finite import finite
from kawat.annotate.quotations_inverted import according, inverted, nominal, passive, relayed
from kawat.annotate.quotations_lexicon import Lexicon
from kawat.annotate.quotations_scan import WORD, Attribution, CueKind, joined, trim
from kawat.model import Span


def attributions(masked: str, unit: Span, lexicon: Lexicon) -> list[Attribution]:
    """The attributions of a unit, in the order of their cues; stretches said by one do not run into the next."""
    outer = [*inverted(masked, unit, lexicon), *according(masked, unit, lexicon)]
    found = [
        *outer,
        *finite(masked, unit, [a.cue.start for a in outer], lexicon),
        *nominal(masked, unit, lexicon),
        *passive(masked, unit, lexicon),
    ]
    kept: list[Attribution] = []
    for attribution in sorted(found, key=lambda a: (a.cue.start, -a.cue.end)):
        if kept and attribution.cue.overlaps(kept[-1].cue):
            continue
        if (
            kept
            and kept[-1].speaker
            and attribution.cue.start < kept[-1].speaker.end
            and kept[-1].kind is not CueKind.FINITE
        ):
            continue
        kept.append(attribution)
    if not kept:
        kept = list(relayed(masked, unit, lexicon))
    return _bounded(masked, kept, lexicon)


def _bounded(masked: str, found: list[Attribution], lexicon: Lexicon) -> list[Attribution]:
    """Cuts what follows one cue where the next attribution begins, and what precedes one where the last one ended."""
    made: list[Attribution] = []
    for i, current in enumerate(found):
        after, before = current.after, current.before
        following = found[i + 1] if i + 1 < len(found) else None
        if after and following and following.cue.start < after.end:
            end = min(
                following.cue.start,
                following.speaker.start
                if following.speaker and following.kind is CueKind.FINITE
                else following.cue.start,
            )
            nested = (
                (
                    following.kind is CueKind.FINITE
                    or (following.kind is CueKind.PASSIVE and following.after is not None)
                )
                and following.speaker is not None
                and joined(masked, end, lexicon) is None
            )
            if not nested:
                after = trim(
                    masked, Span(after.start, max(after.start, _before_joint(masked, after.start, end, lexicon)))
                )
        around = next((f.before for f in found[i + 1 :] if f.before is not None and f.before.covers(current.cue)), None)
        if after and around and after.start < around.end < after.end:
            after = Span(after.start, around.end)  # "He was told that ships had come, the minister said."
        named = bool(made) and lexicon.nominal.fullmatch(made[-1].cue.of(masked)) is not None
        opens = (
            before is not None and named and before.start == made[-1].cue.start
        )  # "Klaim X bahwa Y tidak benar, kata Z"
        if before and made and made[-1].tail.end > before.start and made[-1].kind is not CueKind.FINITE and not opens:
            before = trim(masked, Span(min(made[-1].tail.end, before.end), before.end))
        made.append(
            Attribution(current.kind, current.cue, current.speaker, current.clitic, before, after, current.tail)
        )
    return made


def _before_joint(masked: str, start: int, end: int, lexicon: Lexicon) -> int:
    """The offset before a joining word ("dan", "seraya") that stands right before `end`."""
    words = list(WORD.finditer(masked, start, end))
    while words and (words[-1].group().casefold() in lexicon.adverbs or lexicon.clause.fullmatch(words[-1].group())):
        end = words.pop().start()
    return end
