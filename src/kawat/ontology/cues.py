"""Cue tables: the words by which a language tells that an act is reported.

A table is `cues/<language>/<TYPE>.tsv` with the columns

cue      what is looked for. `V:tuduh` stands for every form of a verb (see `forms`), any other word for itself;
         several words stand one after the other. `.. X` at the end asks for X among the words that the verb governs:
         after an active verb, before or after a passive one, beside a noun. X is words parted by "/" or a class of
         `classes.toml` (`<troops>`). `!X` forbids it there; `@X` asks for it before the cue, as who does it
         ("tentaranya masuk ke ..."). `=> X` for `.. X` says that the words turn what X tells of into another act
         ("lifted sanctions", "sold missiles"): X tells no act beside it, and where the verb governs X no reading of
         single words goes before the row. Such an X is sought in the plural too, and further off before a passive
         verb ("sanctions on X, imposed in 2012, were lifted"). `=>` at the end: the words mean nothing else.
mode     the type's mode, or "-".
frame    where the parties stand; a row of `frames` in the language's voice table.
needs    what must be known for the cue to count: "-" nothing, `party` somebody on either side, `actor`, `recipient`,
         `both`; `words` as `party`, but with words of its own in the sentence; `speaker` that somebody known says it
         of a party.
score    the share of matches in training sentences that were events of this type; .5 where there were too few.
example  a sentence of ours in which the cue is found.

`cues/<language>/excluded.tsv` lists phrases in which a cue word is no act ("serangan jantung").
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product

from kawat.errors import TableError
from kawat.model import EventType, Span
from kawat.ontology.forms import Voice, inflect
from kawat.ontology.types import type_info
from kawat.text import Word, fold, read_toml, read_tsv, words

COLUMNS = ("cue", "mode", "frame", "needs", "score", "example")
EXCLUDED_COLUMNS = ("phrase", "example")
NEEDS = ("-", "party", "words", "actor", "recipient", "both", "speaker")

# How far a theme may stand from its cue, in words; one that a passive verb makes another act of may stand further off.
_REACH, _BACK = 6, 16
_NAME = 6  # so many words that go on names may stand between beside those
_SPLIT = re.compile(r" (\.\.|=>)(?: |$)")


@dataclass(frozen=True, slots=True)
class Cue:
    """A row of a cue table. `row` is "id/ACCUSE.tsv:12"."""

    row: str
    type: EventType
    mode: str | None
    frame: str
    needs: str
    score: float
    text: str
    example: str
    theme: frozenset[tuple[str, ...]] = frozenset()
    turns: bool = False
    without: frozenset[tuple[str, ...]] = frozenset()
    doer: frozenset[tuple[str, ...]] = frozenset()


@dataclass(frozen=True, slots=True)
class Found:
    """A cue in a text. `first` and `last` are indexes of words; `theme` covers the words that it governs, if any."""

    cue: Cue
    voice: Voice
    span: Span
    first: int
    last: int
    clitic: Span | None
    theme: Span | None


class CueTable:
    """All cues of a language."""

    def __init__(
        self,
        language: str,
        rows: tuple[Cue, ...],
        clitics: tuple[str, ...] = (),
        plural: tuple[tuple[str, str], ...] = (),
        excluded: tuple[str, ...] = (),
    ) -> None:
        self.language = language
        self.rows = rows
        self._clitics = clitics
        self._excluded: dict[str, list[tuple[str, ...]]] = {}
        for phrase in excluded:
            told = tuple(fold(w.text) for w in words(phrase))
            self._excluded.setdefault(told[0], []).append(told)
        self._by_first: dict[str, list[tuple[tuple[str, ...], Voice, Cue]]] = {}
        for cue in rows:
            for form, voice in _forms(cue, language, plural):
                self._by_first.setdefault(form[0], []).append((form, voice, cue))
        for forms in self._by_first.values():
            forms.sort(key=lambda f: (-len(f[0]), not (f[2].theme or f[2].doer), not f[2].turns, f[2].row))

    def find(self, tokens: list[Word]) -> Iterator[list[Found]]:
        """The cues among the words of one sentence, leftmost and longest; rows that fit the same words together.

        Rows with a theme come first and shut out those of the same type without one.
        """
        shut = self.shut(tokens)
        i = 0
        while i < len(tokens):
            found = [] if i in shut else self._at(tokens, i, shut)
            if found:
                yield found
                i = found[0].last + 1
            else:
                i += 1

    def shut(self, tokens: list[Word]) -> set[int]:
        """The words of phrases that only look like cues ("serangan jantung")."""
        folded = tuple(fold(t.text) for t in tokens)
        shut: set[int] = set()
        for first, word in enumerate(folded):
            for phrase in self._excluded.get(word, ()):
                if folded[first : first + len(phrase)] == phrase:
                    shut.update(range(first, first + len(phrase)))
        return shut

    def _at(self, tokens: list[Word], i: int, shut: set[int]) -> list[Found]:
        found: list[Found] = []
        length = 0
        for form, voice, cue in self._candidates(tokens[i]):
            if len(form) < length:
                break
            last = self._match(tokens, i, form)
            if last is None:
                continue
            last, clitic = self._tail(tokens, i, last, form, voice)
            theme = _near(tokens, i, last, voice, cue, shut) if cue.theme else None
            if cue.theme and theme is None:
                continue
            if cue.without and _near(tokens, i, last, voice, cue) is not None:
                continue
            if cue.doer and _stands(tokens, range(i - 1, max(-1, i - 1 - _REACH), -1), cue.doer, shut) is None:
                continue
            length = len(form)
            span = Span(tokens[i].span.start, clitic.start if clitic else tokens[last].span.end)
            found.append(Found(cue, voice, span, i, last, clitic, theme))
        return found

    def _candidates(self, word: Word) -> list[tuple[tuple[str, ...], Voice, Cue]]:
        text = fold(word.text)
        whole = self._by_first.get(text, [])
        bare = self._bare(text)
        if bare is None:
            return whole
        single = [c for c in self._by_first.get(bare, []) if len(c[0]) == 1]
        return whole + single

    def _bare(self, text: str) -> str | None:
        for clitic in self._clitics:
            if text.endswith(clitic) and len(text) > len(clitic) + 3:
                return text[: -len(clitic)]
        return None

    def _match(self, tokens: list[Word], i: int, form: tuple[str, ...]) -> int | None:
        if i + len(form) > len(tokens):
            return None
        for k, wanted in enumerate(form):
            text = fold(tokens[i + k].text)
            if text != wanted and not (k == len(form) - 1 and self._bare(text) == wanted):
                return None
        return i + len(form) - 1

    def _tail(
        self, tokens: list[Word], first: int, last: int, form: tuple[str, ...], voice: Voice
    ) -> tuple[int, Span | None]:
        """Takes in a doubled noun ("serangan-serangan") and tells the clitic ("menyerangnya") apart."""
        if (
            voice is Voice.NOUN
            and last + 2 < len(tokens)
            and tokens[last + 1].text == "-"
            and (self._bare(fold(tokens[last + 2].text)) or fold(tokens[last + 2].text)) == form[-1]
        ):
            last += 2
        word = tokens[last]
        text = fold(word.text)
        if text == form[-1] or self._bare(text) is None or text in self._by_first:
            return last, None
        ending = next(c for c in self._clitics if text.endswith(c))
        return last, Span(word.span.end - len(ending), word.span.end)


def _near(
    tokens: list[Word], first: int, last: int, voice: Voice, cue: Cue, shut: set[int] | None = None
) -> Span | None:
    """The nearest theme of a cue beside it: to its right, and for all but the active voice also to its left.

    Without `shut`, the words of other phrases, the nearest of the words that must not stand there.
    """
    phrases = cue.without if shut is None else cue.theme
    places = _ahead(tokens, last) if shut is not None else list(range(last + 1, min(len(tokens), last + 1 + _REACH)))
    if voice is not Voice.ACTIVE:
        back = _BACK if cue.turns and shut is not None else _REACH
        places += range(first - 1, max(-1, first - 1 - back), -1)
    return _stands(tokens, places, phrases, shut)


def _ahead(tokens: list[Word], last: int) -> list[int]:
    """The words behind a cue that are near it; what goes on a name is not counted ("Menteri Ana Maria Soto")."""
    places: list[int] = []
    counted = 0
    for k in range(last + 1, min(len(tokens), last + 1 + _REACH + _NAME)):
        goes_on = k > last + 1 and tokens[k].text[0].isupper() and tokens[k - 1].text[0].isupper()
        counted += not goes_on
        if counted > _REACH:
            break
        places.append(k)
    return places


def _stands(
    tokens: list[Word], places: Iterable[int], phrases: frozenset[tuple[str, ...]], shut: set[int] | None
) -> Span | None:
    """The first of some phrases that begins at one of some words, the longest there, without those of other phrases."""
    for start in places:
        if start in (shut or ()):
            continue
        stops = (start + len(phrase) for phrase in phrases if _begins(tokens, start, phrase))
        if (stop := max(stops, default=None)) is not None:
            return Span(tokens[start].span.start, tokens[stop - 1].span.end)
    return None


def _begins(tokens: list[Word], start: int, phrase: tuple[str, ...]) -> bool:
    inside = tokens[start : start + len(phrase)]
    return len(inside) == len(phrase) and all(_same(token, word) for token, word in zip(inside, phrase, strict=True))


def _same(token: Word, wanted: str) -> bool:
    text = fold(token.text)
    return text == wanted or (text.startswith(wanted) and text[len(wanted) :] in ("nya",))


def _forms(cue: Cue, language: str, plural: tuple[tuple[str, str], ...]) -> Iterator[tuple[tuple[str, ...], Voice]]:
    noun = cue.frame.startswith("noun")
    options: list[list[tuple[str, Voice | None]]] = []
    for part in _SPLIT.split(cue.text)[0].split():
        if part.startswith("!"):
            continue
        if part.startswith("V:"):
            options.append(list(inflect(part[2:], language)))
        else:
            options.append([(choice, None) for choice in part.split("/")])
    if noun and plural:
        options[-1] = [*options[-1], *((_plural(word, plural), voice) for word, voice in options[-1])]
    for choice in product(*options):
        voice = next((v for _, v in choice if v is not None), Voice.NOUN if noun else Voice.ACTIVE)
        yield tuple(fold(w.text) for w in words(" ".join(word for word, _ in choice))), voice


def _plural(word: str, rules: tuple[tuple[str, str], ...]) -> str:
    return next((re.sub(pattern, ending, word) for pattern, ending in rules if re.search(pattern, word)), word)


@cache
def cues(language: str) -> CueTable:
    """The cue tables of a language. Raises `TableError` that names file and row where one is wrong."""
    folder = files("kawat.ontology") / "cues" / language
    settings = read_toml(folder / "classes.toml")
    classes = {name: _phrases(values) for name, values in settings["classes"].items()}
    plural = tuple((pattern, ending) for pattern, ending in settings["plural"])
    rows: list[Cue] = []
    for event_type in EventType:
        path = folder / f"{event_type}.tsv"
        for number, cells in read_tsv(path, COLUMNS):
            rows.append(_row(f"{language}/{event_type}.tsv:{number}", event_type, cells, classes, plural))
    excluded = tuple(cells["phrase"] for _, cells in read_tsv(folder / "excluded.tsv", EXCLUDED_COLUMNS))
    return CueTable(language, tuple(rows), tuple(settings["clitics"]), plural, excluded)


def _row(
    row: str,
    event_type: EventType,
    cells: dict[str, str],
    classes: dict[str, frozenset[tuple[str, ...]]],
    plural: tuple[tuple[str, str], ...],
) -> Cue:
    mode = None if cells["mode"] == "-" else cells["mode"]
    if mode is not None and type_info(event_type).mode(mode) is None:
        raise TableError(f"{row}: {event_type} has no mode {mode!r}")
    if cells["needs"] not in NEEDS:
        raise TableError(f"{row}: needs is {cells['needs']!r}; it must be one of {', '.join(NEEDS)}")
    theme, without, doer = _conditions(row, cells["cue"], classes)
    turns = " =>" in cells["cue"]
    if turns:
        theme |= {(*phrase[:-1], _plural(phrase[-1], plural)) for phrase in theme}
    score = float(cells["score"])
    return Cue(
        row,
        event_type,
        mode,
        cells["frame"],
        cells["needs"],
        score,
        cells["cue"],
        cells["example"],
        theme,
        turns,
        without,
        doer,
    )


def _conditions(
    row: str, cue: str, classes: dict[str, frozenset[tuple[str, ...]]]
) -> tuple[frozenset[tuple[str, ...]], ...]:
    head, _, governed = [*_SPLIT.split(cue), "", ""][:3]
    wanted: frozenset[tuple[str, ...]] = frozenset()
    without: frozenset[tuple[str, ...]] = frozenset()
    doer: frozenset[tuple[str, ...]] = frozenset()
    for word in (*(w for w in head.split() if w.startswith("!")), *governed.split()):
        sign = word[0] if word[0] in "!@" else ""
        phrases = frozenset[tuple[str, ...]]()
        for name in word.removeprefix(sign).split("/"):
            if not name.startswith("<"):
                phrases |= _phrases([name.replace("_", " ")])
            elif name.strip("<>") in classes:
                phrases |= classes[name.strip("<>")]
            else:
                raise TableError(f"{row}: no class {name} in classes.toml")
        match sign:
            case "!":
                without |= phrases
            case "@":
                doer |= phrases
            case _:
                wanted |= phrases
    return wanted, without, doer


def _phrases(values: list[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(fold(w) for w in value.split()) for value in values)
