"""What the pages say of the command line is true, and the generated ones are up to date."""

import re
import runpy
import subprocess
import sys
from pathlib import Path

import click
import pytest

from kawat.cli import COMMANDS, main

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "examples").glob("*.md")])
# `kawat read`, or a line of a shell block that begins with it.
_MENTION = re.compile(r"(?:`|^\s*\$?\s*)kawat ([a-z][a-z-]*)((?: [^`\n#|&>]*)?)", re.MULTILINE)
_OPTION = re.compile(r"(?<!\S)(--[a-z][a-z-]*)")


def commands() -> dict[str, click.Command]:
    context = click.Context(main)
    found = {name: main.get_command(context, name) for name in COMMANDS}
    return {name: command for name, command in found.items() if command is not None}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("command", COMMANDS)
def test_command_is_there_and_says_what_it_does(command: str) -> None:
    found = commands()[command]
    assert found.name == command
    assert found.help
    for parameter in found.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{command} {parameter.name}"


@pytest.mark.parametrize("command", COMMANDS)
def test_command_is_in_the_reference(command: str) -> None:
    assert f"## kawat {command}\n" in (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_pages_name_commands_and_options_that_exist(page: Path) -> None:
    known = commands()
    for command, rest in _MENTION.findall(page.read_text(encoding="utf-8")):
        assert command in known, f"{name(page)} tells of `kawat {command}`"
        allowed = {o for p in _parameters(known[command]) for o in p.opts} | {"--help", "--version"}
        assert set(_OPTION.findall(rest)) <= allowed, f"{name(page)}: kawat {command}{rest}"


def _parameters(command: click.Command) -> list[click.Parameter]:
    inner = command.commands.values() if isinstance(command, click.Group) else ()
    return [*command.params, *(p for c in inner for p in _parameters(c))]


@pytest.mark.parametrize("script", ["generate_docs.py", "pipeline_digest.py"])
def test_generated_files_are_up_to_date(script: str) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / script), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_version_of_acts_follows_every_room_and_module_that_derives_them() -> None:
    digest = runpy.run_path(str(ROOT / "scripts" / "pipeline_digest.py"))
    held = {path.relative_to(digest["PACKAGE"]).as_posix() for path in digest["files"](digest["OF_ACTS"])}
    rooms = {path.partition("/")[0] for path in held}
    corroborate = "\n".join(
        path.read_text(encoding="utf-8") for path in (digest["PACKAGE"] / "corroborate").glob("*.py")
    )
    assert set(re.findall(r"from kawat\.(\w+)", corroborate)) <= rooms
    assert {f"query/{name}.py" for name in ("acts", "checked", "corrections")} <= held
