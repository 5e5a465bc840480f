"""What a command loads: who only asks a store waits for no reader, no stage and no network."""

import subprocess
import sys

import pytest

HEAVY = ("kawat.annotate.stages", "kawat.encoder", "kawat.read", "kawat.record.chain", "onnxruntime")


@pytest.mark.parametrize(
    ("module", "heavy"),
    [("kawat.query", HEAVY), ("kawat.cli", (*HEAVY, "sqlalchemy", "kawat.query")), ("kawat.web", HEAVY)],
)
def test_what_is_loaded(module: str, heavy: tuple[str, ...]) -> None:
    code = f"import sys, {module}; print(*(one for one in {heavy!r} if one in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_the_verbs_of_annotation_are_there_when_asked_for() -> None:
    code = "import kawat.annotate as a; a.annotate; print(len(a.PIPELINE)); a.no_such_verb"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["6"]
    assert "has no attribute 'no_such_verb'" in done.stderr
