"""How fast the page answers over a large store: 100,000 invented reports with 300,000 claims.

    python -m benchmarks.big make build/big.db [--articles 100000]
    python -m benchmarks.big time build/big.db [--times 30]

The reports are random words round real codes, some actors in very many of them and most in few, as in the news; one
claim in three tells the same act as claims of other reports. `time` asks every view for actors of every frequency and
prints median and 95th percentile of the server's time in milliseconds, the first request of a view included; beside it
the time of the processor, which tells more on a machine that others use too.
"""

import argparse
import asyncio
import random
import time
from pathlib import Path
from urllib.parse import quote

from starlette.types import ASGIApp, Message

from benchmarks.invented import cast, make
from kawat import query
from kawat.store import ClaimFilter, Who, open_store
from kawat.web import create_app, warm


def addresses(path: str) -> dict[str, list[str]]:
    """View → addresses to ask, for actors of every frequency and reports of every age."""
    chance = random.Random(3)  # noqa: S311  no secret
    with open_store(path, read_only=True) as store, store.view() as view:
        who = [one for one in cast().entities if view.present(Who(id=one.id))]
        newest = view.claims(ClaimFilter(), 400).rows
    some = [who[rank] for rank in (0, 1, 2, 5, 10, 20, 40, 80, 200, 300)]
    claims = chance.sample(newest, 20)
    names = [quote(one.id, safe=":") for one in some]
    pairs = [(a, b) for a in names[:5] for b in names[:7] if a != b]
    return {
        "start": ["/"],
        "claims": [
            "/claims",
            "/claims?status=denied",
            "/claims?type=ASSAULT&since=2019&until=2020-03",
            *(f"/claims?actor={name}" for name in names),
            *(f"/claims?either={name}&status=alleged&since=2018" for name in names),
            "/claims?text=batabe+bariba",
            "/claims?agency=TASS",
            f"/claims?actor={names[0]}&agency=TASS",
            f"/claims?actor={names[0]}&recipient={names[1]}",
            f"/claims?either={names[0]}&place={names[1]}",
        ],
        "dyad": [f"/dyad/{a}/{b}" for a, b in pairs],
        "actor": [f"/actor/{name}" for name in names],
        "article": [f"/article/{one.header.article}" for one in claims],
        "event": [f"/event/{one.claim.id}" for one in claims],
        "quotes": [f"/quotes/{name}" for name in names],
        "sources": ["/sources"],
        "map": ["/map", *(f"/map?either={name}" for name in names[:4])],
        "review": ["/review", f"/review?claim={claims[0].claim.id}"],
        "network": [f"/network/{name}" for name in names],
        "search": ["/search?q=bababa", "/search?q=bariba+batuta", "/search?q=Tokoh", "/search?q=batupe+bapedi"],
    }


def ask(app: ASGIApp, address: str) -> tuple[float, float, int, int]:
    """Seconds, seconds of the processor, status and bytes of one request, without a network."""
    path, _, query = address.partition("?")
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": [(b"host", b"127.0.0.1")],
        "server": ("127.0.0.1", 80),
    }
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    begun, busy = time.perf_counter(), time.process_time()
    asyncio.run(app(scope, receive, send))  # type: ignore[arg-type]
    return (
        time.perf_counter() - begun,
        time.process_time() - busy,
        sent[0]["status"],
        _size(sent),
    )


def _size(sent: list[Message]) -> int:
    return sum(len(message.get("body", b"")) for message in sent[1:])


def measure(path: str, times: int, only: str | None) -> None:
    """Prints a line a view."""
    with open_store(path, read_only=True) as store:
        if (why := query.behind(store)) is not None:
            raise SystemExit(why)
        warm(store)  # as `kawat serve` does before it prints its address
        app = create_app(store, seconds=120)  # so that a slow view is measured, not refused
        print("view      requests  median ms  p95 ms  median cpu  p95 cpu  largest KB  slowest")
        for view, wanted in addresses(path).items():
            if only and view != only:
                continue
            turns = max(1, times // len(wanted))
            told = [(*ask(app, address), address) for _ in range(turns) for address in wanted]
            refused = {address for _, _, status, _, address in told if status not in (200, 303)}
            if refused:
                raise SystemExit(f"not answered: {sorted(refused)}")
            wall, busy = sorted(one[0] * 1000 for one in told), sorted(one[1] * 1000 for one in told)
            print(
                f"{view:9} {len(told):8} {_share(wall, 0.5):10.0f} {_share(wall, 0.95):7.0f} {_share(busy, 0.5):11.0f}"
                f" {_share(busy, 0.95):8.0f} {max(one[3] for one in told) / 1024:11.0f}  {max(told)[4]}",
                flush=True,
            )


def _share(ordered: list[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("make", "time"))
    parser.add_argument("store")
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=30)
    parser.add_argument("--view")
    asked = parser.parse_args()
    if asked.what == "make":
        Path(asked.store).parent.mkdir(parents=True, exist_ok=True)
        make(asked.store, asked.articles)
    else:
        measure(asked.store, asked.times, asked.view)


if __name__ == "__main__":
    main()
