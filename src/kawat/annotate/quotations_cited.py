"""Whose word it is that somebody gives: "kata Interfax mengutip seorang pejabat", "kata X mengutip dinas rahasia Y"."""

from dataclasses import replace

from kawat.annotate.quotations_lexicon import Lexicon
from kawat.annotate.quotations_resolve import TOLD_BEFORE, Cast, Speaker
from kawat.annotate.quotations_scan import Attribution, named_medium, word_before
from kawat.annotate.quotations_speakers import phrase_after
from kawat.model import EntityKind, MentionForm, Span


def cited(text: str, masked: str, unit: Span, attribution: Attribution, lexicon: Lexicon) -> Span | None:
    """The words for whom a speaker cites; not "X said, without citing a source"."""
    told = attribution.speaker
    if told is None:
        return None
    beyond = attribution.beyond
    for start, end in ((told.end, attribution.tail.end), (beyond.start, beyond.end) if beyond else (0, 0)):
        citing = lexicon.citing.search(masked, start, end)
        if citing is None or lexicon.negation.fullmatch(word_before(masked, start, citing.start())):
            continue
        # A name may stand behind a comma: "mengutip juru bicara itu, Rina Wati"
        behind = masked.find(",", end, end + 1) >= 0
        phrase = phrase_after(masked, citing.end(), unit.end if behind else end, lexicon)
        if phrase is not None:
            return phrase.span
    return None


def is_medium(text: str, span: Span, cast: Cast, lexicon: Lexicon) -> bool:
    """Whether the words of a speaker are those of a medium, or of what it prints ("laporan Haaretz")."""
    found = [e for m in cast.within(span) if (e := cast.entity(m)) is not None]
    press = any(e.kind is EntityKind.MEDIA or e.code.endswith(":MED") for e in found)
    named = named_medium(text, span.start, span.end) is not None
    return press or named or lexicon.media.search(text, span.start, span.end) is not None


def through_teller(text: str, source: Span, teller: Speaker, cast: Cast, lexicon: Lexicon) -> Speaker:
    """The one whom a speaker cites, where that is somebody known; else the speaker: "citing safety concerns".

    A state by its bare name is rather cited as a case than as who said so, and a medium carries the speaker's own words
    ("kata X, mengutip Reuters").
    """
    noun = lexicon.nominal.match(text, source.start, source.end)
    start = source.start if noun is None else noun.end() + 1
    whole = (m for m in cast.within(Span(start, source.end)) if m.span.start <= start and m.span.end >= source.end)
    mention = next(whole, None)
    found = cast.entity(mention) if mention is not None else None
    if mention is None or found is None or found.id == teller.entity:
        return teller
    bare = mention.form is MentionForm.NAME and mention.why != TOLD_BEFORE
    if found.kind is EntityKind.MEDIA or (found.kind is EntityKind.STATE and bare):
        return teller
    return replace(cast.resolve(source, lexicon), teller=teller)
