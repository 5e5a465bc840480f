import pytest
from tests.annotate.scripted import Scripted

from kawat import encoder


@pytest.fixture
def silent(monkeypatch: pytest.MonkeyPatch) -> Scripted:
    """Cue tables and frames alone: the encoder has nothing to say."""
    scripted = Scripted()
    monkeypatch.setattr(encoder, "load", lambda: scripted)
    return scripted
