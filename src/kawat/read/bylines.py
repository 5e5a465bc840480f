"""Who wrote and who edited: the roles that a page prints beside names."""

import re
from dataclasses import dataclass
from functools import cache

from kawat.read.marks import MAX_MARK, is_medium, words_of
from kawat.text import any_of

_PARTICLES = frozenset(
    [
        "bin",
        "binti",
        "al",
        "el",
        "van",
        "von",
        "de",
        "der",
        "den",
        "di",
        "da",
        "du",
        "la",
        "le",
        "dos",
        "das",
        "ibn",
        "abu",
        "and",
        "ter",
        "ten",
    ]
)
_NAME_WORD = re.compile(r"[^\W\d_](?:[\w'’`.-]*[\w.])?")
_SPLIT = re.compile(r"\s*(?:[;,/&|]|\s(?:dan|and|serta|bersama|with)\s)\s*", re.I)
# "in Moscow", "at the United Nations", "- Kompas.com", "(ant)", a mail address: what may follow a name.
_TAIL = re.compile(
    r"\s+(?:in|at|from|for|di|dari|untuk)\s+[^;,]*$|\s+[-–—|/•·]\s*[^-–—|]*$|\s*[(\[][^)\]]*[)\]]?\s*$|\s*\S+@\S+|\s*@\w+"
)
_SIGNED = re.compile(r"[\W_]*[(\[][a-zA-Z*. ]{2,12}(?:\s?[/\-,|]\s?[a-zA-Z*. ]{2,12}){0,3}[)\]][\W_]*")


_HOUSE = re.compile(r"[(\[](?P<house>[^()\[\]/]{2,40})/[^()\[\]]{2,60}[)\]]\W*")
_BEHIND = re.compile(r"(?<=[.!?”\"])\s*[(\[][a-z]{2,5}/[a-z]{2,5}(?:/[a-z]{2,5})?[)\]]\s*$")


@dataclass(frozen=True, slots=True)
class Credits:
    """What one line says of who made the report. `media` are those among the named that are no persons ("Antara")."""

    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    waiting: str | None = None  # a role without a name: the name is on a line beside it

    def __bool__(self) -> bool:
        return bool(self.authors or self.editors or self.media or self.others or self.waiting)


@cache
def _roles() -> dict[str, str]:
    """Every role word, folded, with the field that it stands for."""
    keys = ("free", "colon", "suffix")
    return {
        " ".join(w.lower().split()): field for field in ("author", "editor", "other") for w in words_of(field, *keys)
    }


@cache
def _role_pattern() -> re.Pattern[str]:
    every = sorted(
        {w for f in ("author", "editor", "other") for w in words_of(f, "free", "colon")}, key=len, reverse=True
    )
    free = [w for f in ("author", "editor", "other") for w in words_of(f, "free")]
    free.sort(key=len, reverse=True)
    return re.compile(
        rf"(?:^[\W_]*|(?<=[\s/|;,(.\-–]))(?:(?P<colon>{any_of(every)})\s*(?:[:：]|(?<=^Penulis),|(?<=^Author),)\s*"
        rf"|(?P<free>{any_of(free)})(?=\s+(?-i:[^\W\d_a-z])|\s*$)\s*)",
        re.I,
    )


@cache
def _suffix_pattern() -> re.Pattern[str]:
    words = sorted({w for f in ("author", "editor") for w in words_of(f, "suffix")}, key=len, reverse=True)
    return re.compile(rf"(?P<name>[^,|•·:]+?)\s*[,|•·\-–]?\s+(?P<role>{any_of(words)})[\W_]*", re.I)


def is_name(text: str) -> bool:
    """Whether words could be the name of one person: one to six capitalised words, no digits, no medium."""
    words = text.split()
    if not 1 <= len(words) <= 6 or len(text) > 50 or is_medium(text):
        return False
    for word in words:
        if word.lower() in _PARTICLES:
            continue
        if not _NAME_WORD.fullmatch(word.strip(".,")) or not word[0].isupper():
            return False
    return True


def people(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The persons and the media named in a list ("Ani Lestari dan Budi S., Antara"), each as printed.

    A name in capitals only is given in title case. Posts ("Kontributor Ambon") are left out.
    """
    names: list[str] = []
    media: list[str] = []
    for raw in _SPLIT.split(_without_brackets(text)):
        part = _TAIL.sub("", raw).strip(" .:-–—|•·*")
        part = _post().sub("", part).strip() if _post().match(part) else part
        if is_name(part):
            names.append(part.title() if part.isupper() and len(part) > 4 else part)
        elif part and is_medium(part) and len(part) <= 40:
            media.append(part)
    return tuple(dict.fromkeys(names)), tuple(dict.fromkeys(media))


def _without_brackets(text: str) -> str:
    return re.sub(r"\s*[(\[][^)\]]*[)\]]", " ", text)


@cache
def _post() -> re.Pattern[str]:
    """A post and what stands behind it: all of "Kontributor Ambon" is dropped, the name follows after a comma."""
    return re.compile(rf"(?:{any_of(words_of('posts', 'words'))})\b.*", re.I)


def read_credits(line: str) -> Credits:
    """The roles and names of a byline; empty for a line that is none."""
    if len(line) > MAX_MARK:
        return Credits()
    line = line.replace("\u00a0", " ")
    marks = list(_role_pattern().finditer(line))
    if not marks or line[: marks[0].start()].strip(" |-–/(*>_\"'[") != "":
        return _suffixed(line)
    # "Penulis : Kontributor Ambon, Siti": a role straight behind a role is a post, not a second role.
    marks = [m for i, m in enumerate(marks) if not i or m["colon"] or line[marks[i - 1].end() : m.start()].strip()]
    found: dict[str, list[str]] = {"author": [], "editor": [], "other": [], "media": []}
    waiting = None
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        role = _roles()[" ".join((mark["colon"] or mark["free"]).lower().split())]
        value = line[mark.end() : following.start() if following else len(line)].strip(" ;,/|-)")
        names, media = people(value)
        if not names and not media:
            if value:
                return Credits()
            waiting = role
        found[role] += names
        found["media"] += media if role == "author" else ()
    return Credits(
        tuple(dict.fromkeys(found["author"])),
        tuple(dict.fromkeys(found["editor"])),
        tuple(dict.fromkeys(found["media"])),
        tuple(dict.fromkeys(found["other"])),
        waiting if not any(found.values()) else None,
    )


def _suffixed(line: str) -> Credits:
    match = _suffix_pattern().fullmatch(line)
    if match is None or not is_name(match["name"].strip(" .,")):
        return Credits()
    name = match["name"].strip(" ,")
    if _roles()[" ".join(match["role"].lower().split())] == "editor":
        return Credits(editors=(name,))
    return Credits(authors=(name,))


def is_signature(line: str) -> bool:
    """Whether a line is the initials of those who handled the report, or says who helped: "(fyk/ash)",
    "(Tribunnews.com/Ani)", "AP writer Ani Lestari contributed to this report."
    """
    if _SIGNED.fullmatch(line):
        return True
    house = _HOUSE.fullmatch(line)
    return bool(house and is_medium(house["house"])) or bool(len(line) < MAX_MARK and _helpers().search(line))


def signature_behind(text: str) -> int:
    """Where the initials begin that close a paragraph: "... Tanzania. (mdk/pan)"; 0 where none do."""
    match = _BEHIND.search(text[-40:])
    return len(text) - len(text[-40:]) + match.start() if match else 0


@cache
def _helpers() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(words_of('closing', 'words'))})\W*$", re.I)
