"""Builds the knowledge tables of the package from `resources/`.

    python scripts/build_tables.py            writes src/kawat/knowledge/data/*.tsv
    python scripts/build_tables.py --check    writes nothing; exit code 1 and a list when a table is stale

Rows that contradict each other stop the build with file and row.
"""

import argparse
import sys
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kawat.errors import TableError
from kawat.knowledge import gazetteer, tables
from kawat.knowledge.types import Sense
from kawat.text import fold, read_tsv, words

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
DATA = ROOT / "src" / "kawat" / "knowledge" / "data"

STATES = (
    "id", "alpha2", "name_id", "name_en", "forms_id", "forms_en", "demonyms_en", "capitals_id", "capitals_en", "source",
)  # fmt: skip
ACTORS = ("id", "code", "kind", "state", "name_en", "name_id", "forms_id", "forms_en", "forms", "source")
MEDIA = ("id", "kind", "name", "state", "owner", "hosts", "forms", "source")
PERSONS = ("id", "name", "variants", "shorts", "code", "offices", "source")
PLACES = ("id", "state", "name_en", "name_id", "forms_id", "forms_en", "forms", "source")
LANGUAGES = ("id", "en")
NOBODY = "UNKNOWN"  # the known that words stand for which name no party


@dataclass
class Built:
    """The rows of the shipped tables, by file."""

    known: list[tuple[str, ...]] = field(default_factory=list)
    places: list[tuple[str, ...]] = field(default_factory=list)
    media: list[tuple[str, ...]] = field(default_factory=list)
    offices: list[tuple[str, ...]] = field(default_factory=list)
    roles: list[tuple[str, ...]] = field(default_factory=list)
    forms: dict[tuple[str, str, str], tuple[str, ...]] = field(default_factory=dict)
    place_forms: dict[tuple[str, str, str], tuple[str, ...]] = field(default_factory=dict)

    def form(self, text: str, known_id: str, sense: Sense, language: str, source: str, *, place: bool = False) -> None:
        """Adds a form once; "=" before it asks for a match letter for letter. The first sense told stays."""
        exact, text = text.startswith("="), text.removeprefix("=")
        into = self.place_forms if place else self.forms
        if not text:
            return
        key = text if exact else fold(text)
        other = {"id": "en", "en": "id"}.get(language, "")
        if into.get((key, known_id, other), ("",) * 3)[2] == sense:
            text, language = into.pop((key, known_id, other))[0], "*"
        if language == "*":
            for told in ("id", "en"):
                into.pop((key, known_id, told), None)
        if not any((spelt, known_id, "*") in into for spelt in (text, fold(text))):
            into.setdefault((key, known_id, language), (text, known_id, str(sense), language, str(int(exact)), source))


def cells(text: str) -> list[str]:
    """The parts of a list cell."""
    return [part for part in text.split("|") if part]


def rows(name: str, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """The rows of a table of `resources/`; a source that SOURCES.tsv does not explain stops the build."""
    path = RESOURCES / name
    for number, row in read_tsv(path, columns):
        if row["source"] not in source_keys():
            raise TableError(f"{path}:{number}: the source {row['source']!r} is not in SOURCES.tsv")
        yield row


def source_keys() -> set[str]:
    """The keys of SOURCES.tsv."""
    return {row["key"] for _, row in read_tsv(RESOURCES / "SOURCES.tsv", ("key", "title", "licence", "date", "note"))}


def plurals(demonym: str) -> list[str]:
    """An English demonym and its plural where that is made with s ("Russian", "Russians"; not "British")."""
    bare = demonym.removeprefix("=")
    regular = bare.endswith(("n", "i", "o", "er", "Serb", "Croat", "Turk", "Kurd", "Dane", "Pole", "Swede", "Brit", "Czech", "Finn", "Arab", "Greek", "Slovene", "Thai", "Cypriot", "Argentine", "Spaniard", "Uzbek", "Kazakh", "Tajik", "Slovak", "Yugoslav", "Soviet", "Kiwi", "Yemenite", "Filipina", "Montenegrin"))  # fmt: skip  # noqa: E501
    return [demonym, bare + "s"] if regular and not bare.endswith("men") else [demonym]


def add_states(built: Built) -> None:
    """States and territories with their names, demonyms and capitals; each is a place too."""
    for row in rows("states.tsv", STATES):
        state, source = row["id"], row["source"]
        name = row["name_en"].removeprefix("=")
        built.known.append((state, state, "state", name, state, source))
        for language in LANGUAGES:
            for text in (row[f"name_{language}"], *cells(row[f"forms_{language}"])):
                built.form(text, state, Sense.NAME, language, source)
                built.form(text, state, Sense.NAME, language, source, place=True)
        for demonym in cells(row["demonyms_en"]):
            for text in plurals(demonym):
                built.form(text, state, Sense.DEMONYM, "en", source)
        add_capitals(built, row)
    for row in rows("formal_names.tsv", ("id", "language", "form", "source")):
        built.form(row["form"], row["id"], Sense.NAME, row["language"], row["source"])


def add_capitals(built: Built, row: dict[str, str]) -> None:
    """The cities of the capital cells of a state: metonyms of the state, unless marked "-", and places."""
    english, indonesian = ((row[f"capitals_{x}"] or row["capitals_id"]).split("/") for x in ("en", "id"))
    if len(english) != len(indonesian):
        raise TableError(f"states.tsv: {row['id']} has another number of capitals in either language")
    for spelt_en, spelt_id in zip(english, indonesian, strict=True):
        spellings = {"en": cells(spelt_en), "id": cells(spelt_id)}
        if not spellings["en"]:
            continue
        name = spellings["en"][0].lstrip("-=")
        known_id = f"l:{slug(name)}"
        built.places.append((known_id, row["id"], "state", name, row["id"], row["source"]))
        for language, texts in spellings.items():
            for text in texts:
                if not text.startswith("-"):
                    built.form(text, row["id"], Sense.METONYM, language, row["source"])
                built.form(text.removeprefix("-"), known_id, Sense.NAME, language, row["source"], place=True)


def add_metonyms(built: Built) -> None:
    """Seats and buildings that stand for an actor."""
    for row in rows("metonyms.tsv", ("form", "language", "id", "source")):
        built.form(row["form"], row["id"], Sense.METONYM, row["language"], row["source"])


def add_actors(built: Built, name: str) -> None:
    """International bodies, groups and collectives."""
    for row in rows(name, ACTORS):
        known_id, source = row["id"], row["source"]
        name = (row["name_en"] or row["name_id"]).removeprefix("=")
        built.known.append((known_id, row["code"], row["kind"], name, row["state"], source))
        for language, texts in (
            ("*", cells(row["forms"])),
            ("id", [row["name_id"], *cells(row["forms_id"])]),
            ("en", [row["name_en"], *cells(row["forms_en"])]),
        ):
            for text in texts:
                bare = text.removeprefix("=")
                sense = Sense.SHORT if bare.isupper() and " " not in bare else Sense.NAME
                built.form(text, known_id, sense, language, source)


def add_traps(built: Built) -> None:
    """Words that hold the name of an actor and name none, and places that hold one ("South China Sea").

    They stand in the table of actors so that the longest match finds them instead of the shorter actor inside.
    """
    built.known.append((NOBODY, "UNKNOWN", "unknown", "nobody", "", "own"))
    for row in rows("traps.tsv", ("form", "language", "source")):
        built.form(row["form"], NOBODY, Sense.NAME, row["language"], row["source"])
    inside = {tuple(fold(word.text) for word in words(text)) for text, *_ in built.forms.values()}
    for text, known_id, sense, language, exact, source in built.place_forms.values():
        if known_id.startswith("l:") and holds(tuple(fold(word.text) for word in words(text)), inside):
            built.form("=" * int(exact) + text, known_id, Sense(sense), language, source)


def holds(phrase: tuple[str, ...], inside: set[tuple[str, ...]]) -> bool:
    """Whether a shorter phrase of a set stands inside a phrase that the set does not have itself."""
    size = len(phrase)
    parts = (phrase[start:end] for start in range(size) for end in range(start + 1, size + 1) if end - start < size)
    return phrase not in inside and any(part in inside for part in parts)


def add_media(built: Built) -> None:
    """News agencies and outlets; the code is the state of the seat and the sector MED."""
    for row in rows("media.tsv", MEDIA):
        known_id, source = row["id"], row["source"]
        code = f"{row['state']}:MED" if row["state"] else "INTL"
        built.known.append((known_id, code, "media", row["name"].removeprefix("="), row["state"], source))
        built.media.append((known_id, row["kind"], row["owner"], row["hosts"], source))
        for text in (row["name"], *cells(row["forms"])):
            built.form(text, known_id, Sense.NAME, "*", source)


def add_persons(built: Built) -> None:
    """People with their name variants, and the offices that they hold or held."""
    for row in rows("persons.tsv", PERSONS):
        known_id, source = row["id"], row["source"]
        state = row["code"].partition(":")[0]
        built.known.append((known_id, row["code"], "person", row["name"], state, source))
        for text in (row["name"], *cells(row["variants"])):
            built.form(text, known_id, Sense.TITLE_HOLDER, "*", source)
        for text in cells(row["shorts"]):
            language = text[:2] if text[:3] in ("id:", "en:") else "*"
            built.form(text if language == "*" else text[3:], known_id, Sense.SHORT, language, source)
        for office in cells(row["offices"]):
            parts = office.split(" ")
            if len(parts) != 3 or parts[2].count("/") != 1:
                raise TableError(f"persons.tsv: {office!r} of {known_id} is not of the form STATE role START/END")
            built.offices.append((known_id, parts[0], parts[1], *parts[2].split("/"), source))


def add_places(built: Built) -> None:
    """Cities, regions, seas, straits, bases and borders."""
    capitals = {place[0]: place[1] for place in built.places}
    for row in rows("places.tsv", PLACES):
        known_id, state, source = row["id"], row["state"], row["source"]
        if known_id not in capitals:
            kind = "state" if state else "unknown"
            built.places.append((known_id, state or "UNKNOWN", kind, row["name_en"].removeprefix("="), state, source))
        elif capitals[known_id] != state:
            raise TableError(f"places.tsv: {known_id} lies in {capitals[known_id]} after states.tsv, not in {state}")
        for language, texts in (
            ("*", cells(row["forms"])),
            ("id", [row["name_id"] or row["name_en"], *cells(row["forms_id"])]),
            ("en", [row["name_en"], *cells(row["forms_en"])]),
        ):
            for text in texts:
                # English names of several words stand in Indonesian reports too: "Second Thomas Shoal".
                spread = "*" if language == "en" and text == row["name_en"] and " " in text else language
                built.form(text, known_id, Sense.NAME, spread, source, place=True)


def check_clashes(forms: Iterable[tuple[str, ...]]) -> None:
    """Refuses forms that stand for several knowns in a language and are not listed, and listed ones that do not."""
    listed = {(row["form"], row["ids"]) for row in rows("ambiguous.tsv", ("form", "ids", "source"))}
    found: dict[tuple[str, str], set[str]] = {}
    for text, known_id, _, language, exact, _ in forms:
        for each in LANGUAGES if language == "*" else (language,):
            found.setdefault((text if exact == "1" else fold(text), each), set()).add(known_id)
    for (text, language), ids in found.items():  # a form of any case is a form of this case too
        ids.update(found.get((fold(text), language), ()))
    clashes = {(text, "|".join(sorted(ids))) for (text, _), ids in found.items() if len(ids) > 1}
    for text, several in sorted(clashes - listed):
        raise TableError(f"resources/ambiguous.tsv: {text!r} stands for {several} and is not listed")
    for text, several in sorted(listed - clashes):
        raise TableError(f"resources/ambiguous.tsv: {text!r} is listed for {several} but does not stand for them")


def slug(text: str) -> str:
    """A name as the tail of an id: letters without marks, words joined by hyphens."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)).replace("'", "")
    return "-".join(fold(word.text) for word in words(bare) if word.text[0].isalnum())


def build() -> dict[str, str]:
    """The text of every shipped table by file name."""
    built = Built()
    add_states(built)
    for name in ("bodies.tsv", "groups.tsv", "organizations.tsv"):
        add_actors(built, name)
    add_media(built)
    add_persons(built)
    built.roles = [tuple(row.values()) for row in rows("roles.tsv", tables.ROLE_COLUMNS)]
    add_metonyms(built)
    add_places(built)
    add_traps(built)
    check_clashes(built.forms.values())
    positions = [tuple(row.values()) for row in rows("coordinates.tsv", gazetteer.COLUMNS)]
    return {
        "known.tsv": written(tables.KNOWN_COLUMNS, built.known),
        "forms.tsv": written(tables.FORM_COLUMNS, built.forms.values()),
        "offices.tsv": written(tables.OFFICE_COLUMNS, built.offices),
        "roles.tsv": written(tables.ROLE_COLUMNS, built.roles),
        "media.tsv": written(tables.MEDIA_COLUMNS, built.media),
        "places.tsv": written(tables.KNOWN_COLUMNS, built.places),
        "coordinates.tsv": written(gazetteer.COLUMNS, positions),
        "place_forms.tsv": written(tables.FORM_COLUMNS, built.place_forms.values()),
    }


def written(columns: tuple[str, ...], lines: Iterable[tuple[str, ...]]) -> str:
    """A table as text."""
    head = "# Generated by scripts/build_tables.py from resources/; edit there. Sources: resources/SOURCES.tsv."
    return "\n".join([head, "\t".join(columns), *("\t".join(line) for line in lines)]) + "\n"


def main() -> int:
    """Writes or checks the tables; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a table is stale")
    check: bool = parser.parse_args().check
    try:
        made = build()
        prove(made)
    except TableError as error:
        print(error, file=sys.stderr)
        return 1
    stale = [name for name, text in made.items() if not same(DATA / name, text)]
    if check:
        for name in stale:
            print(f"{DATA.relative_to(ROOT) / name} is stale; run: python scripts/build_tables.py", file=sys.stderr)
        return 1 if stale else 0
    for name in stale:
        (DATA / name).write_text(made[name], encoding="utf-8")
    return 0


def prove(made: dict[str, str]) -> None:
    """Reads the tables as the package would. Raises `TableError` that names the shipped file and row."""
    with tempfile.TemporaryDirectory() as scratch:
        for name, text in made.items():
            Path(scratch, name).write_text(text, encoding="utf-8")
        try:
            tables.check(Path(scratch))
            known = tables.load_known(Path(scratch, "known.tsv"))
            spots = tables.load_known(Path(scratch, "places.tsv"), known)
            gazetteer.load_positions(Path(scratch, "coordinates.tsv"), known | spots)
        except TableError as error:
            raise TableError(str(error).replace(scratch, str(DATA.relative_to(ROOT)))) from error


def same(path: Path, text: str) -> bool:
    """Whether a file holds exactly this text."""
    return path.is_file() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
