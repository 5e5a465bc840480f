"""HTML into lines with hints: the tree is walked without recursion, and the element that holds the report is found."""

import re
from array import array
from functools import cache
from importlib.resources import files

from selectolax.lexbor import LexborHTMLParser, LexborNode

from kawat.errors import InputError
from kawat.model import Note
from kawat.read.lines import AROUND_STORY, Line, Page, Region
from kawat.read.plain import MAX_LINES, clean, flat_lines
from kawat.read.witness import witness
from kawat.text import read_toml

# The tree builder looks up its stack of open elements for every tag, so that time grows with depth times tags; no
# page that was made for people comes near these.
MAX_DEPTH = 1_000
MAX_ELEMENTS = 300_000
_MAX_TAG = 8_192

_ELEMENTS = read_toml(files("kawat.read") / "elements.toml")
_SKIPPED = frozenset(_ELEMENTS["skipped"])
_INLINE = frozenset(_ELEMENTS["inline"])
_PARAGRAPHS = frozenset(_ELEMENTS["paragraphs"])
_CELLS = frozenset({"td", "th"})
_TAG_REGIONS = {
    "nav": Region.NAVIGATION,
    "footer": Region.NAVIGATION,
    "aside": Region.RELATED,
    "figure": Region.FIGURE,
    "figcaption": Region.FIGURE,
}
_OPENING = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_LONG_TAG = re.compile(rf"<([a-zA-Z][a-zA-Z0-9]*)[^<>]{{{_MAX_TAG},}}>")
_UNCOUNTED = frozenset(_ELEMENTS["uncounted"])
_NAME_PART = re.compile(r"[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")


def read_html(text: str) -> Page:
    """The page of an HTML text. Raises `InputError` for one with more than `MAX_LINES` lines."""
    notes: list[Note] = []
    text, cut = _LONG_TAG.subn(r"<\1>", text)
    if cut:
        notes.append(Note("read.html", "huge-tag", f"{cut} tags of more than {_MAX_TAG} characters lost attributes"))
    reason = _too_much(text)
    if reason is not None:
        notes.append(Note("read.html", "no-tree", f"The page {reason}: it was read as text without its markup."))
        return Page(flat_lines(text), notes=tuple(notes))
    tree = LexborHTMLParser(text)
    walk = _Walk()
    root = tree.root
    if root is not None:
        walk.run(root)
    return Page(walk.finish(), witness(tree), tuple(notes))


def _too_much(text: str) -> str | None:
    depth = count = 0
    for match in _OPENING.finditer(text):
        if match[1]:
            depth = max(0, depth - (match[2].lower() not in _UNCOUNTED))
            continue
        count += 1
        depth += match[2].lower() not in _UNCOUNTED
        if depth > MAX_DEPTH:
            return f"nests its elements more than {MAX_DEPTH} deep"
        if count > MAX_ELEMENTS:
            return f"has more than {MAX_ELEMENTS} elements"
    return None


@cache
def _words() -> tuple[dict[str, Region], tuple[tuple[str, Region], ...]]:
    """Whole parts of names and beginnings of parts, each with the region that it speaks for."""
    table = read_toml(files("kawat.read") / "markup.toml")
    whole: dict[str, Region] = {}
    starts: list[tuple[str, Region]] = []
    for region, words in table.items():
        for word in words:
            if word.endswith("*"):
                starts.append((word[:-1], Region(region)))
            else:
                whole[word] = Region(region)
    return whole, tuple(starts)


@cache
def region_of(name: str) -> Region | None:
    """The region that a class or id attribute speaks for, by the first of its words that the table has."""
    whole, starts = _words()
    found: list[Region] = []
    for part in _NAME_PART.findall(name):
        word = part.lower()
        region = whole.get(word) or next((r for start, r in starts if word.startswith(start)), None)
        if region is not None:
            found.append(region)
    if Region.FIGURE in found and Region.BYLINE in found:
        return Region.CREDIT
    # An advert inside the text of a report is still an advert: what keeps out wins.
    return next((r for r in found if r in AROUND_STORY), found[0] if found else None)


class _Walk:
    """One pass over the tree: elements as parallel columns, lines with the element that each stands in."""

    def __init__(self) -> None:
        self.parent = array("l")
        self.depth = array("l")
        self.tag: list[str] = []
        self.region: list[Region | None] = []
        self.itemprop: list[str] = []
        self.apart = bytearray()
        self.lines: list[tuple[int, str, int, bool]] = []  # element, text, characters of links, gap before it
        self._words: list[str] = []
        self._link = 0
        self._at = -1
        self._breaks = 0

    def run(self, root: LexborNode) -> None:
        """Walks the tree in document order; a closed block ends a line."""
        stack: list[tuple[LexborNode | None, int, int]] = [(root, -1, 0)]
        while stack:
            node, owner, link = stack.pop()
            if node is None:  # the end of a block
                self._end_line(owner)
                continue
            tag = node.tag or ""
            if tag == "-text":
                self._add(node.text_content or "", owner, link)
            elif tag == "br":
                self._end_line(owner)
                self._breaks += 1
            elif tag not in _SKIPPED and tag[:1] not in ("-", "!"):
                self._enter(node, tag, owner, link, stack)

    def _enter(
        self, node: LexborNode, tag: str, owner: int, link: int, stack: list[tuple[LexborNode | None, int, int]]
    ) -> None:
        attributes = node.attributes
        if _hidden(attributes):
            return
        element = self._element(tag, owner, attributes)
        if tag in _CELLS or tag == "a":
            self._words.append(" ")
        elif tag not in _INLINE or self._stands_apart(element):
            self._end_line(owner)
            stack.append((None, element, 0))
        children = []
        child = node.first_child
        while child is not None:
            children.append((child, element, link or int(tag == "a")))
            child = child.next
        stack.extend(reversed(children))

    def _element(self, tag: str, owner: int, attributes: dict[str, str | None]) -> int:
        region = _TAG_REGIONS.get(tag)
        if region is None and tag not in ("html", "body"):
            named = (region_of(attributes[name] or "") for name in ("class", "id") if attributes.get(name))
            region = next((r for r in named if r is not None), None)
        self.parent.append(owner)
        self.depth.append(self.depth[owner] + 1 if owner >= 0 else 0)
        self.tag.append(tag)
        self.region.append(region)
        self.itemprop.append(attributes.get("itemprop") or "")
        self.apart.append(_for_readers_only(attributes.get("class") or ""))
        return len(self.tag) - 1

    def _stands_apart(self, element: int) -> bool:
        """Whether an inline element is a line of its own: a credit or a name beside a caption."""
        if self.apart[element]:
            return True
        if self.region[element] not in (Region.BYLINE, Region.FIGURE, Region.CREDIT):
            return False
        owner = self.parent[element]
        return owner >= 0 and self.region[owner] is Region.FIGURE

    def _add(self, text: str, owner: int, link: int) -> None:
        if self._at < 0 and text.strip():
            self._at = owner
        self._words.append(text)
        if link:
            self._link += len(text.strip())

    def _end_line(self, owner: int) -> None:
        text = clean("".join(self._words))
        if text:
            # The innermost block that the line's first words stand in.
            element = self._at if self._at >= 0 else owner
            while element >= 0 and self.tag[element] in _INLINE:
                element = self.parent[element]
            self.lines.append((element, text, min(self._link, len(text)), self._breaks > 1))
            if len(self.lines) > MAX_LINES:
                raise InputError(f"a page of more than {MAX_LINES} lines")
            self._breaks = 0
        self._words.clear()
        self._link, self._at = 0, -1

    def finish(self) -> tuple[Line, ...]:
        """The lines, each with what the elements around it say."""
        self._end_line(-1)
        story = self._story()
        inside = self._inside(story)
        region = self._regions(inside, story)
        out = []
        for element, text, link, gap in self.lines:
            tag = self.tag[element] if element >= 0 else ""
            out.append(
                Line(
                    text,
                    gap=gap,
                    story=element >= 0 and inside[element] == 1,
                    region=region[element] if element >= 0 else None,
                    level=int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else 0,
                    links=link / len(text),
                    list_item=tag == "li",
                    itemprop=self._itemprop(element),
                )
            )
        return tuple(out)

    def _itemprop(self, element: int) -> str:
        for _ in range(3):
            if element < 0:
                return ""
            if self.itemprop[element]:
                return self.itemprop[element]
            element = self.parent[element]
        return ""

    def _inside(self, story: int) -> bytearray:
        inside = bytearray(len(self.tag))
        for element, parent in enumerate(self.parent):
            inside[element] = element == story or (parent >= 0 and inside[parent])
        return inside

    def _regions(self, inside: bytearray, story: int) -> list[Region | None]:
        """The region of every element, inherited; what keeps out wins, but never from around the story itself."""
        around = set()
        element = story
        while element >= 0:
            around.add(element)
            element = self.parent[element]
        out: list[Region | None] = []
        for element, parent in enumerate(self.parent):
            own = None if element in around else self.region[element]
            above = out[parent] if parent >= 0 else None
            if own is Region.BYLINE and above is Region.FIGURE:
                own = Region.CREDIT
            out.append(above if above in AROUND_STORY or own is None else own)
        return out

    def _story(self) -> int:
        """The element that holds the report: most paragraphs, fewest links; -1 where nothing reads like one."""
        size = len(self.tag)
        score = array("d", bytes(8 * size))
        total = array("d", bytes(8 * size))
        chars, links = array("l", bytes(8 * size)), array("l", bytes(8 * size))
        for element, text, link, _gap in self.lines:
            if element < 0:
                continue
            chars[element] += len(text)
            links[element] += link
            points = self._points(element, text, link)
            if not points:
                continue
            total[element] += points
            holder = self._holder(element)
            for share in (1.0, 0.5, 0.25):
                if holder < 0:
                    break
                score[holder] += points * share
                holder = self.parent[holder]
        for element in range(size - 1, 0, -1):
            parent = self.parent[element]
            if parent >= 0:
                chars[parent] += chars[element]
                links[parent] += links[element]
                total[parent] += total[element]
        if not size or not max(score):
            return -1
        best = max(range(size), key=lambda e: score[e] * (1 - links[e] / chars[e]) if chars[e] else 0)
        # A story in several boxes: their common parent, as long as it is not the page with its link lists.
        while (parent := self.parent[best]) >= 0 and self.tag[parent] not in ("body", "html"):
            if total[parent] < 1.25 * total[best] or links[parent] > 0.35 * chars[parent]:
                break
            best = parent
        return best

    def _holder(self, element: int) -> int:
        while element >= 0 and self.tag[element] in _PARAGRAPHS:
            element = self.parent[element]
        return element

    def _points(self, element: int, text: str, link: int) -> float:
        if len(text) < 50 or link > 0.4 * len(text) or not _reads_like_sentence(text):
            return 0.0
        points = 1 + text.count(",") + min(len(text) / 100, 5)
        for _ in range(6):
            if element < 0:
                break
            if self.region[element] in AROUND_STORY:
                return points * 0.2
            element = self.parent[element]
        return points


def _reads_like_sentence(text: str) -> bool:
    return bool(_SENTENCE_END.search(text[-8:])) or len(text) > 120


def _for_readers_only(names: str) -> bool:
    """Text for screen readers, which says again what stands beside it."""
    return any(word in names for word in ("screen-reader", "sr-only", "visually-hidden"))


def _hidden(attributes: dict[str, str | None]) -> bool:
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    return style is not None and "display:none" in style.replace(" ", "").lower()
