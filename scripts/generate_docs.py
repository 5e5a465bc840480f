"""Writes the pages of docs/ that follow from the code (schema.json, schema.md, cli.md, page.md), and README's example.

python scripts/generate_docs.py            writes them
python scripts/generate_docs.py --check    exit 1 where one is stale
"""

import argparse
import dataclasses
import inspect
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from kawat.cli import COMMANDS
from kawat.cli import main as kawat
from kawat.export.contract import OBJECTS, schema
from kawat.export.formats import FORMATS
from kawat.web.app import VIEWS

HOME = Path(__file__).resolve().parent.parent
README = HOME / "README.md"
WIDTH = 90
# How many acts are read in the examples hangs on how a processor rounds, in one or two of a hundred, and so do links.
_COUNT = re.compile(r"\b\d+(?= claims\b)|\b\d+ links(?:, \d+ relayed)?")
_EXAMPLE = re.compile(r"(?<=```console\n)\$ kawat add examples\n.*?(?=```)", re.S)


def pages() -> dict[str, str]:
    """File, from the root of the repository → text."""
    return {
        "README.md": _EXAMPLE.sub(lambda block: "".join(_run(block[0])), README.read_text(encoding="utf-8"), count=1),
        "docs/schema.json": json.dumps(schema(), indent=2, ensure_ascii=False) + "\n",
        "docs/schema.md": "\n".join(_schema_page()) + "\n",
        "docs/cli.md": "\n".join(_cli_page()) + "\n",
        "docs/page.md": "\n".join(_page_page()) + "\n",
    }


def _run(block: str) -> Iterator[str]:
    """The commands of an example with what they print now, on a store of their own."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "examples").symlink_to(HOME / "examples")
        for command in re.findall(r"^\$ kawat (.*)$", block, flags=re.M):
            arguments = [sys.executable, "-m", "kawat", "--lines", *shlex.split(command)]
            wide = os.environ | {"COLUMNS": "100"}
            done = subprocess.run(arguments, cwd=folder, env=wide, capture_output=True, text=True, check=True)
            yield f"$ kawat {command}\n{done.stderr}{done.stdout}"


def _page_page() -> Iterator[str]:
    """Every view of `kawat serve`, and every format that it gives."""
    yield "# The page: `kawat serve`"
    yield ""
    yield "Every address gives HTML, and JSON with `.json` behind its path (`/index.json` for the start). Conditions"
    yield "stand behind the question mark, as in the address of a form; `lang=id` or `lang=en` chooses the language."
    yield "What a view shows can be taken away under `/export/<format>` with the same conditions."
    yield "This page is generated from `src/kawat/web/pages.py` by `make docs`."
    for view in VIEWS:
        yield ""
        yield f"## `{view.path}`"
        yield ""
        yield " ".join(inspect.cleandoc(view.shows.__doc__ or "").split())
        yield ""
        yield "| key | is |"
        yield "|---|---|"
        for field in dataclasses.fields(view.shows):
            kind = field.type if isinstance(field.type, str) else str(field.type)
            yield f"| `{field.name}` | `{_said(kind)}` |"
    yield ""
    yield "## `/export/{format}`"
    yield ""
    yield "| format | is | without a place for the status |"
    yield "|---|---|---|"
    for form in FORMATS.values():
        yield f"| `{form.name}` | {form.says} | {'' if form.keeps_status else 'asserted claims only, unless asked'} |"


def _said(kind: str) -> str:
    """A type without the modules that its names come from; a bar would end the cell of a table."""
    bare = re.sub(r"<(?:class|enum) '([^']+)'>", r"\1", kind)
    return re.sub(r"(?:\w+\.)+(\w+)", r"\1", bare).replace("|", "or")


def _schema_page() -> Iterator[str]:
    yield "# The record: JSON of `kawat read --json`"
    yield ""
    yield "One object a report, one line each. Every key is always there; what is not known is `null` or an empty list."
    yield "Offsets are half-open code points into `article.text`. For programs: [schema.json](schema.json)."
    yield "This page is generated from `src/kawat/export/contract.py` by `make docs`."
    definitions = schema()["$defs"]
    for kind in OBJECTS:
        definition = definitions[kind.__name__]
        yield ""
        yield f"## {_name(kind.__name__)}"
        yield ""
        yield definition["description"]
        yield ""
        yield "| key | is | says |"
        yield "|---|---|---|"
        for key, value in definition["properties"].items():
            yield f"| `{key}` | {_type(value, definitions)} | {value['description']} |"


def _name(class_name: str) -> str:
    return class_name.removesuffix("Json").lower()


def _type(value: dict[str, Any], definitions: dict[str, Any]) -> str:
    """A JSON type in words."""
    if "anyOf" in value:
        return " or ".join(_type(option, definitions) for option in value["anyOf"])
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        target = definitions[name]
        if "enum" in target:
            return " ".join(f"`{word}`" for word in sorted(target["enum"]))
        return f"[{_name(name)}](#{_name(name)})"
    if value.get("type") == "array":
        return f"list of {_type(value['items'], definitions)}"
    kinds = {"date": "day", "date-time": "instant"}
    return str(kinds.get(value.get("format", ""), value.get("type", "anything")))


def _cli_page() -> Iterator[str]:
    yield "# The command line"
    yield ""
    yield "Generated from the commands' own help by `make docs`."
    settings = {**kawat.context_settings, "max_content_width": WIDTH, "terminal_width": WIDTH}
    context = click.Context(kawat, info_name="kawat", **settings)
    yield from _help("kawat", kawat, context)
    for name in COMMANDS:
        command = kawat.get_command(context, name)
        if command is None:
            raise SystemExit(f"kawat {name} is listed and has no command")
        yield from _command(f"kawat {name}", command, context)


def _command(title: str, command: click.Command, parent: click.Context) -> Iterator[str]:
    context = click.Context(command, info_name=title.rpartition(" ")[2], parent=parent)
    context.terminal_width = WIDTH
    yield from _help(title, command, context)
    if isinstance(command, click.Group):
        for name, inner in sorted(command.commands.items()):
            yield from _command(f"{title} {name}", inner, context)


def _help(title: str, command: click.Command, context: click.Context) -> Iterator[str]:
    yield ""
    yield f"## {title}"
    yield ""
    yield "```text"
    yield "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    yield "```"


def _stale(name: str, text: str) -> bool:
    """Whether a file says something else than what was made; the counts of the README's example are let pass."""
    path = HOME / name
    if not path.exists():
        return True
    told = path.read_text(encoding="utf-8")
    return _COUNT.sub("N", told) != _COUNT.sub("N", text) if path == README else told != text


def main() -> int:
    parser = argparse.ArgumentParser(description="The generated pages of docs/.")
    parser.add_argument("--check", action="store_true", help="only say which are stale")
    check = parser.parse_args().check
    made = pages()
    stale = [name for name, text in made.items() if _stale(name, text)]
    for name in stale:
        if check:
            print(f"{name} is stale: run `make docs`", file=sys.stderr)
        else:
            (HOME / name).write_text(made[name], encoding="utf-8")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
