"""The example reports that ship with Kawat, against what a careful reader finds in them (examples.toml)."""

import sys
import tomllib
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import kawat
from kawat.export.contract import RecordJson, to_contract

HERE = Path(__file__).resolve().parent
REPORTS = HERE.parent / "examples"
EXPECTED = HERE / "examples.toml"
STATE_FORCES = (":MIL", ":COP", ":JUD", ":LEG")  # count as the bare state, as in the guidelines


def files() -> tuple[Path, ...]:
    """The expectations and every report that they are of."""
    return (EXPECTED, *(REPORTS / name for name in _expected()))


def figures() -> Mapping[str, float]:
    """Shares of what is expected that holds: fields of the article, and claims."""
    held = {"article": 0, "claims": 0}
    total = dict.fromkeys(held, 0)
    for _, part, _, holds in points():
        total[part] += 1
        held[part] += holds
    return {part: held[part] / total[part] for part in held}


def points() -> Iterator[tuple[str, str, str, bool]]:
    """Report, part, what is expected, and whether it holds."""
    for name, wanted in _expected().items():
        (record,) = map(to_contract, kawat.records(str(REPORTS / name)))
        for field, value in wanted["article"].items():
            yield name, "article", f"{field} = {value!r}", _field(record, field) == value
        for claim in wanted.get("claims", []):
            yield name, "claims", str(claim), any(_meets(record, index, claim) for index in range(len(record.claims)))


def _expected() -> dict[str, Any]:
    return tomllib.loads(EXPECTED.read_text(encoding="utf-8"))


def _field(record: RecordJson, field: str) -> object:
    match field:
        case "paragraphs":
            return len(record.article.body)
        case "captions":
            return [c.text for c in record.article.captions]
        case "credits":
            return [c.credit for c in record.article.captions]
        case "clock":
            published = record.article.published
            return published.replace(tzinfo=None).isoformat() if published else None
    value = getattr(record.article, field)
    if isinstance(value, datetime):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _meets(record: RecordJson, index: int, wanted: Mapping[str, Any]) -> bool:
    """`words` stand in the trigger's sentence; `by`, `to` and `speaker` are codes; `day` begins the first day."""
    claim = record.claims[index]
    codes = {e.id: _bare(e.code) for e in record.entities}
    day = claim.date.start.isoformat() if claim.date else ""
    return (
        wanted["words"] in claim.sentence
        and wanted["type"] == claim.type
        and wanted.get("status", "asserted") == claim.status
        and set(wanted["by"]) == {codes[i] for i in claim.actors}
        and set(wanted.get("to", [])) == {codes[i] for i in claim.recipients}
        and day.startswith(wanted.get("day", ""))
        and ("speaker" not in wanted or wanted["speaker"] == codes.get(claim.speaker or ""))
    )


def _bare(code: str) -> str:
    for suffix in STATE_FORCES:
        code = code.removesuffix(suffix)
    return code


if __name__ == "__main__":
    for report, _, what, holds in points():
        if not holds:
            print(f"{report}: {what}")
    print(figures())
    sys.exit(0)
