"""Record → the card that `kawat read` shows on a terminal: the report, its claims, who is quoted, what was not done."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kawat.cli.terminal import plain
from kawat.export.words import chained, leans, when
from kawat.model import Article, BlockKind, Claim, Hop, Note, QuotationClaim, Record, Status

_MARGIN = 11  # "~2022-03-11" hangs left of the text; a longer span of days takes what it needs
_GAP = 2
_WIDEST = 110  # longer lines are hard to follow
_QUIET = "dim"
_NO_CLOCK = frozenset({"day-only", "dateline-day"})  # notes on a day whose midnight nobody has told
_SECTION = "bold blue"
# The word says it; the colour only helps the eye.
_STATUS_STYLE = {
    Status.ASSERTED: "green",
    Status.ALLEGED: "yellow",
    Status.DENIED: "red",
    Status.PLANNED: "cyan",
    Status.HYPOTHETICAL: "magenta",
}


def card(record: Record) -> RenderableType:
    """The whole card. Nothing of the report can act on the terminal."""
    parts: list[RenderableType] = [Text(), *_head(record)]
    names = {e.id: e.name for e in record.entities}
    margin = max((len(_day(c)[0]) for c in record.claims), default=0)
    ties = _ties(record)
    if record.claims:
        parts += [_title("claims", len(record.claims)), *(_claim(c, names, margin, ties) for c in record.claims)]
        if any(_day(c)[0].startswith("~") for c in record.claims):
            parts += [Text(), _row("~", Text("dated by another sentence of the report", _QUIET), style=_QUIET)]
    if record.quotations:
        parts += [_title("quotations", len(record.quotations)), *(_quotation(q, names) for q in record.quotations)]
    if not record.claims and not record.quotations:
        parts += [Text(), _row("", Text("no claims and no quotations found", _QUIET))]
    notes = tuple(dict.fromkeys((*record.article.notes, *record.notes)))
    if notes:
        parts += [_title("not done", len(notes)), *(_note(n) for n in notes)]
    return Constrain(Group(*parts, Text()), _WIDEST)


def _head(record: Record) -> Iterator[RenderableType]:
    article = record.article
    for kind, style in ((BlockKind.KICKER, _QUIET), (BlockKind.HEADLINE, "bold"), (BlockKind.SUBTITLE, "italic")):
        words = article.first(kind)
        if words:
            yield Text(plain(words), style)
    yield _joined(_byline(article))
    size = f"{len(article.texts(BlockKind.BODY))} paragraphs"
    yield _joined([plain(article.source), article.language or "language unknown", size, article.id], _QUIET)


def _byline(article: Article) -> list[str]:
    facts = [article.outlet, article.agency]
    if article.published is not None:
        told = article.published
        exact = _NO_CLOCK.isdisjoint(note.code for note in article.notes)
        facts.append(told.isoformat(" ", "minutes") if exact else told.date().isoformat())
    if article.authors:
        facts.append("by " + ", ".join(article.authors))
    if article.editors:
        facts.append("edited by " + ", ".join(article.editors))
    return [plain(f) for f in facts if f] or ["outlet, day and writer unknown"]


def _joined(facts: list[str], style: str = "") -> Text:
    line = Text(style=style)
    for number, fact in enumerate(facts):
        line.append(" · " if number else "", _QUIET).append(fact)
    return line


def _title(words: str, count: int) -> RenderableType:
    return Padding(Text.assemble((words, _SECTION), (f"  {count}", _QUIET)), (1, 0, 0, 0))


def _row(margin: str, *lines: RenderableType, style: str = "", width: int = 0) -> RenderableType:
    grid = Table.grid(padding=(0, _GAP, 0, 0))
    grid.add_column(width=max(_MARGIN, width), no_wrap=True, style=style)
    grid.add_column(overflow="fold")
    grid.add_row(margin, Group(*lines))
    return grid


def _ties(record: Record) -> dict[str, list[str]]:
    """What a claim does to others of the report, in words; what quotations tell stands with them already."""
    acts = {c.id: f"{c.type.value} “{plain(c.trigger.text)}”" for c in record.claims}
    found: dict[str, list[str]] = {}
    for tie in record.ties:
        if tie.left in acts:
            found.setdefault(tie.left, []).append(f"{tie.kind.value} {acts[tie.right]}")
    return found


def _claim(claim: Claim, names: dict[str, str], margin: int, ties: dict[str, list[str]]) -> RenderableType:
    head = Table.grid(padding=(0, _GAP, 0, 0))
    head.add_column(width=9, style="bold")
    head.add_column(width=12, style=_STATUS_STYLE[claim.status])
    head.add_column(overflow="fold")
    head.add_row(claim.type.value, claim.status.value, _parties(claim, names))
    sentence = Text(plain(claim.sentence))
    start, end = claim.trigger.span.start - claim.span.start, claim.trigger.span.end - claim.span.start
    sentence.stylize("bold underline", max(0, start), max(0, end))
    day, apart = _day(claim)
    lines: list[RenderableType] = [
        head,
        *_chain(claim.chain),
        sentence,
        *(Text(line, _QUIET) for line in _more(claim, ties)),
    ]
    body = _row(day, *lines, style=_QUIET if apart else "", width=margin)
    return Padding(body, (1, 0, 0, 0))


def _more(claim: Claim, ties: dict[str, list[str]]) -> Iterator[str]:
    """Where else the report tells the act, how its wordings differ, and what it answers, accuses or denies."""
    if claim.also:
        places = list(dict.fromkeys(telling.block.value for telling in claim.also))
        told = "" if claim.strongest is claim.weakest else f", from {claim.weakest} to {claim.strongest}"
        yield f"also in {', '.join(places)}{told}"
    yield from dict.fromkeys(ties.get(claim.id, ()))


def _parties(claim: Claim, names: dict[str, str]) -> Text:
    line = Text(_names(claim.actors, names) or "unknown")
    if claim.recipients:
        line.append(" → ", _QUIET).append(_names(claim.recipients, names))
    for fact in (claim.mode, f"in {claim.place.name}" if claim.place else None):
        if fact:
            line.append(f" · {plain(fact)}", _QUIET)
    return line


def _names(ids: tuple[str, ...], names: dict[str, str]) -> str:
    return ", ".join(plain(names.get(i, i)) for i in ids)


def _chain(hops: tuple[Hop, ...]) -> tuple[Text, ...]:
    """The way of the word, from the innermost hop outwards; no line where nobody is known to tell it."""
    return (Text(chained(hops, _hop), _QUIET),) if hops else ()


def _hop(hop: Hop) -> str:
    name = plain(hop.name) if hop.name else "unnamed"
    return name if hop.named or not hop.name else f"{name} (unnamed)"


def _day(claim: Claim) -> tuple[str, bool]:
    """The date as exact as its words; "~" and True where they are not words of the claim's own sentence."""
    if claim.date is None:
        return "no date", True
    apart = leans(claim.date, claim.sentence)
    return ("~" if apart else "") + when(claim.date), apart


def _quotation(quotation: QuotationClaim, names: dict[str, str]) -> RenderableType:
    speaker = "unnamed" if quotation.speaker is None else names.get(quotation.speaker, quotation.speaker)
    head = Text.assemble((plain(speaker), "bold"))
    body = _row(quotation.manner.value, head, *_chain(quotation.chain), Text(plain(quotation.text)), style=_QUIET)
    return Padding(body, (1, 0, 0, 0))


def _note(note: Note) -> RenderableType:
    return _row("", Text.assemble(plain(note.message), (f"  {note.stage}: {note.code}", _QUIET)))
