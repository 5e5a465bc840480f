import errno
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import click
import pytest
from click.testing import CliRunner

from kawat.cli import COMMANDS, VERSION, main
from kawat.errors import (
    InputError,
    KawatError,
    QuestionError,
    StoreError,
    StoreLocked,
    StoreTooNew,
    TableError,
    UnknownNameError,
)

CANDIDATES = (("p:lina-moro", "Lina Moro", "surname"), ("p:beni-moro", "Beni Moro", "surname"))


def fail_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Puts a command `read` in place that raises."""

    @click.command()
    def read() -> None:
        raise error

    module = ModuleType("failing")
    module.read = read  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "failing", module)
    monkeypatch.setitem(COMMANDS, "read", "failing")


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (KawatError("something can be done"), 1),
        (InputError("lap.txt: there is no such file"), 1),
        (TableError("t.tsv:3: two cells"), 1),
        (QuestionError("there is no type SHOUT"), 2),
        (UnknownNameError("nobody is called Moro"), 3),
        (StoreError("a.db: not a store"), 5),
        (StoreLocked("a.db: another process is writing"), 5),
        (StoreTooNew("a.db: of a newer Kawat"), 5),
    ],
)
def test_every_error_is_one_sentence_and_its_code(
    monkeypatch: pytest.MonkeyPatch, error: KawatError, code: int
) -> None:
    fail_with(monkeypatch, error)
    result = CliRunner().invoke(main, ["read"])
    assert (result.exit_code, result.stdout, result.stderr) == (code, "", f"kawat: {error}\n")


def test_names_that_may_have_been_meant_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(monkeypatch, UnknownNameError("Moro may be one of two", CANDIDATES))
    result = CliRunner().invoke(main, ["read"])
    assert result.exit_code == 3
    assert result.stderr.splitlines()[1:] == ["  p:lina-moro  Lina Moro  surname", "  p:beni-moro  Beni Moro  surname"]


def test_an_error_of_many_lines_becomes_one(monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(monkeypatch, InputError("lap.txt: cannot\n  be read"))
    assert CliRunner().invoke(main, ["read"]).stderr == "kawat: lap.txt: cannot be read\n"


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "No space left on device"),
        (PermissionError(errno.EACCES, "Permission denied", "kawat.db"), "kawat.db: Permission denied"),
        (OSError("the disk is gone"), "the disk is gone"),
    ],
)
def test_what_the_system_refuses_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, error: OSError, sentence: str
) -> None:
    fail_with(monkeypatch, error)
    result = CliRunner().invoke(main, ["read"])
    assert (result.exit_code, result.stderr) == (1, f"kawat: {sentence}\n")


def test_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(monkeypatch, KeyboardInterrupt())
    result = CliRunner().invoke(main, ["read"])
    assert (result.exit_code, result.stderr) == (130, "kawat: interrupted\n")


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["shout"], "shout"),
        (["--loud"], "--loud"),
        (["read"], "SOURCE"),
        (["read", "--loud", "x"], "--loud"),
        (["dev", "shout"], "shout"),
        (["dev", "predict"], "FILE"),
        (["dev", "predict", "missing.jsonl"], "missing.jsonl"),
        (["serve", "--port", "-1"], "--port"),
        (["serve", "--port", "http"], "--port"),
    ],
)
def test_wrong_usage_says_what_is_wrong_and_gives_2(arguments: list[str], word: str) -> None:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert word in result.stderr
    assert "Traceback" not in result.output


def test_an_unknown_command_names_the_known_ones() -> None:
    assert "dyad" in CliRunner().invoke(main, ["dydad"]).stderr


def test_version_needs_no_room() -> None:
    rooms = ("kawat.read", "kawat.store", "kawat.annotate", "sqlalchemy", "rich", "starlette", "msgspec", "selectolax")
    code = (
        "import sys\nfrom kawat.cli import main\nmain(['--version'], standalone_mode=False)\n"
        f"print(*[m for m in {rooms!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[0].startswith(f"kawat {VERSION}")
    assert done.stdout.splitlines()[1:] == [""], "start-up must not import these"


def program(folder: Path, body: str) -> list[str]:
    """A command line with a `read` of this body."""
    file = folder / "program.py"
    file.write_text(
        "import sys\nimport click\nfrom types import ModuleType\nfrom kawat.cli import COMMANDS, main\n"
        f"@click.command()\ndef read():\n    {body}\n"
        "module = ModuleType('own')\nmodule.read = read\n"
        "sys.modules['own'] = module\nCOMMANDS['read'] = 'own'\nmain(['read'])\n",
        encoding="utf-8",
    )
    return [sys.executable, str(file)]


def test_output_is_utf8_whatever_the_locale_says(tmp_path: Path) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = program(tmp_path, "click.echo('Ōé “kutip” ‹')")
    done = subprocess.run(command, capture_output=True, check=True, env=environment)
    assert done.stdout.decode("utf-8") == "Ōé “kutip” ‹\n"


def test_a_reader_that_leaves_ends_it_in_silence(tmp_path: Path) -> None:
    command = program(tmp_path, "while True: sys.stdout.write('laporan ' * 1000)")
    talking = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert talking.stdout is not None
    assert talking.stderr is not None
    talking.stdout.read(10)
    talking.stdout.close()
    with talking.stderr:
        assert talking.stderr.read() == b""
    assert talking.wait() == 128 + signal.SIGPIPE
