import pytest

from kawat.model import EventType
from kawat.ontology import cameo, event_types, goldstein, type_info


def test_every_type_has_a_file() -> None:
    assert [t.type for t in event_types()] == list(EventType)


@pytest.mark.parametrize("info", event_types(), ids=lambda info: info.type.value)
def test_codes_have_goldstein_values(info) -> None:  # type: ignore[no-untyped-def]
    for name in (None, *(m.name for m in info.modes)):
        code = cameo(info.type, name)
        assert code is not None
        value = goldstein(code)
        assert value is not None
        assert -10 <= value <= 10


@pytest.mark.parametrize(
    ("event_type", "mode", "code", "value"),
    [
        (EventType.CONSULT, "visit", "042", 1.9),
        (EventType.ASSAULT, "aerial", "195", -10.0),
        (EventType.RETREAT, "disarm", "0873", 9.0),
        (EventType.SANCTION, "discontinue", "162", -5.6),
    ],
)
def test_cameo_and_goldstein(event_type: EventType, mode: str, code: str, value: float) -> None:
    assert cameo(event_type, mode) == code
    assert goldstein(code) == value


def test_unknown_mode_and_code_give_none() -> None:
    assert cameo(EventType.CONSULT, "siege") is None
    assert goldstein("999") is None


def test_sides_of_the_scale_agree_with_the_quad_class() -> None:
    for info in event_types():
        assert (info.goldstein > 0) == ("cooperation" in info.quad), info.type


def test_modes_are_found_by_name() -> None:
    mode = type_info(EventType.COERCE).mode("curfew")
    assert mode is not None
    assert "curfew" in mode.gloss
