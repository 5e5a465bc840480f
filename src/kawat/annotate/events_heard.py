"""What the encoder reads of whose word an act is and how sure, where it is the better judge.

On development sentences rules and encoder err in different places. So a cue that reaches an act decides how sure it is,
and its speaker stands; where no cue reaches a noun, the encoder may say that the act is planned. Of an asserted act
inside quoted words it says whether the speaker tells it or takes it as given (rules are right of three such acts in
four, the encoder of five in six), unless it is the verb of those words: that the speaker tells (nineteen in twenty). It
also names speakers that no rule finds, and corrects which of several words are the speaker.
"""

from collections.abc import Iterable

from kawat.annotate.events_parties_coder import PartyCoder
from kawat.annotate.events_triggers import Draft
from kawat.annotate.status import Reading
from kawat.model import Party, Sentence, Span, Status
from kawat.model.codes import UNKNOWN
from kawat.ontology import Voice

# Least score of words that are heard as a speaker; of such as are taken against the rules, or without them; and of a
# plan without a cue.
_HEARD, _SURE, _PLANNED = 0.7, 0.9, 2 / 3


def hears(draft: Draft, text: str, sentence: Sentence, speaker: Span | None) -> bool | None:
    """Whether the encoder reads a speaker of an act.

    None where it cannot tell: it did not read the act, it is in doubt, or whoever is quoted has no word to themselves
    in the sentence ("katanya").
    """
    if draft.act is None or speaker is None or not sentence.span.covers(speaker):
        return None
    best = max((score for _, score in draft.act.speakers), default=0.0)
    if best >= _HEARD:
        return True
    apart = not text[speaker.start - 1 : speaker.start].isalnum()
    return False if best == 0 and apart else None


def voice(draft: Draft, index: int, coder: PartyCoder, words: Span | None, others: Iterable[str]) -> Party | None:
    """The speaker that the encoder surely reads in other words than those of the rules; None where there is none.

    `others` are entities that it cannot be: whoever is quoted with the act, since of several the innermost is the
    speaker, and, where nobody is quoted, the doers.
    """
    if draft.act is None:
        return None
    read = draft.act.speakers
    if words is not None and any(span.overlaps(words) for span, _ in read):
        return None
    sure = (coder.speaker(index, span) for span, score in read if score >= _SURE)
    known = next((p for p in sure if p is not None), None)
    return None if known is None or known.entity in set(others) else known


def settled(draft: Draft, reading: Reading, *, past: bool) -> Reading:
    """The status by rules, or a plan that no cue tells and the encoder reads in a noun, which has no tense.

    `past`: other words say that the act has taken place; it is no plan then.
    """
    act = draft.act
    if act is None or past or reading.cue is not None or reading.status is not Status.ASSERTED:
        return reading
    if draft.found.voice is not Voice.NOUN:
        return reading
    if act.status is not Status.PLANNED or act.status_score < _PLANNED:
        return reading
    return Reading(Status.PLANNED, None, f"the encoder reads it so, {act.status_score:.2f}")


def same_one(speaker: Party, doers: tuple[Party, ...]) -> Party:
    """Whom words mean that are the speaker's and a doer's at once: "mereka mengklaim penculikan itu".

    People who tell of what others did keep who they are, whoever the doer is read as.
    """
    people = speaker.code.endswith(":CVL")
    alike = (p for p in doers if p.span == speaker.span and p.code != UNKNOWN)
    return next((p for p in alike if p.code.endswith(":CVL") or not people), speaker)
