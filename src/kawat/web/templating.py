"""What templates can do: filters for addresses and days, and the drawings."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import groupby
from urllib.parse import quote, urlencode, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from kawat.export.words import leans, published, when
from kawat.model import EventType, Manner, Status
from kawat.web import draw, globe
from kawat.web.lines import ClaimLine, QuotationLine


@cache
def environment() -> Environment:
    """Templates that escape every word and know no undefined one."""
    pages = Environment(loader=PackageLoader("kawat.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    pages.filters |= {
        "address": _address,
        "web_link": web_link,
        "when": when,
        "published": published,
        "leans": leans,
        "by_year": by_year,
        "asking": asking,
        "percent": lambda share: f"{share:.0%}",
        "citation": citation,
    }
    pages.globals |= {
        "statuses": [s.value for s in Status],
        "types": [t.value for t in EventType],
        "manners": [m.value for m in Manner],
        "draw": draw,
        "globe": globe,
    }
    return pages


@lru_cache(maxsize=10_000)
def _address(part: str) -> str:
    return quote(part, safe=":")


def web_link(url: str | None) -> str | None:
    """The address of a report where it is one of the web; anything else (`javascript:`, `data:`) is no link."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def asking(conditions: Mapping[str, str], **more: str | None) -> str:
    """Conditions as the part of an address after the path, with more added."""
    said = {key: value for key, value in {**conditions, **more}.items() if value}
    return "?" + urlencode(said) if said else ""


def by_year(lines: Iterable[ClaimLine]) -> Iterator[tuple[str, list[ClaimLine]]]:
    """Runs of lines of one year; "" for those without a date."""
    for year, run in groupby(lines, key=lambda line: str(line.date.start.year) if line.date else ""):
        yield year, list(run)


def citation(line: QuotationLine) -> str:
    """A quotation as one puts it into a text: words, chain, outlet, headline, day, address."""
    report = line.article
    speaker = line.speaker.name if line.speaker else None
    day = report.published.date().isoformat() if report.published else None
    via = ", ".join(hop.name for hop in line.chain if hop.name and hop.name not in (speaker, report.outlet))
    parts = (speaker, f"via {via}" if via else None, report.outlet, report.headline, day, web_link(report.url))
    return f"“{line.text}” ({'; '.join(part for part in parts if part)})"
