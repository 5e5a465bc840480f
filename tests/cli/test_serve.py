import http.client
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from kawat import query
from kawat.model import Record
from kawat.store import open_store


@pytest.fixture
def db(tmp_path: Path, record: Record) -> Path:
    path = tmp_path / "kawat.db"
    with open_store(path) as store, store.writer() as writer:
        writer.put(record, datetime(2024, 6, 1, tzinfo=UTC), {})
    with open_store(path) as store:
        query.settle_all(store)
    return path


@pytest.fixture
def serving(db: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "kawat", "serve", "--db", str(db), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


def test_it_serves_this_machine_and_stops_when_told(serving: subprocess.Popen[str], db: Path) -> None:
    assert serving.stderr is not None
    address = urlsplit(serving.stderr.readline().strip())
    assert (address.scheme, address.hostname, address.path) == ("http", "127.0.0.1", "/")
    before = db.read_bytes()
    connection = http.client.HTTPConnection(address.netloc, timeout=30)

    def ask(path: str, cookie: str = "") -> tuple[int, str]:
        connection.request("GET", path, headers={"Cookie": cookie} if cookie else {})
        answer = connection.getresponse()
        answer.read()
        return answer.status, answer.headers.get("set-cookie", "").partition(";")[0]

    assert ask("/") == (403, ""), "nobody is shown anything without the token"
    status, cookie = ask(f"/?{address.query}")
    assert (status, cookie.partition("=")[0]) == (303, "kawat")
    assert ask(f"/?{address.query}") == (403, ""), "the token opens the page once"
    for path, status in (("/", 200), ("/index.json", 200), ("/article/a0123456789abcdef", 200), ("/none", 404)):
        connection.request("GET", path, headers={"Cookie": cookie})
        answer = connection.getresponse()
        body = answer.read().decode("utf-8")
        assert answer.status == status
        assert "Traceback" not in body
        assert answer.headers["server"] is None
    connection.close()
    assert db.read_bytes() == before
    serving.send_signal(signal.SIGINT)
    assert serving.wait(timeout=30) == 0
    assert serving.stderr.read() == ""


def test_acts_that_are_not_kept_are_told_of(db: Path) -> None:
    with open_store(db) as store, store.writer() as writer:
        writer.unsettle()
    command = [sys.executable, "-m", "kawat", "serve", "--db", str(db), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        assert process.stderr.readline().startswith("http://127.0.0.1:")
        assert "until `kawat doctor` has run" in process.stderr.readline()
        process.kill()


def test_a_port_in_use_is_one_sentence(db: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "kawat", "serve", "--db", str(db), "--port", port]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert done.stderr.startswith(f"kawat: cannot listen on port {port}: ")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.org", ""])  # noqa: S104  refused
def test_others_are_kept_out(db: Path, host: str) -> None:
    command = [sys.executable, "-m", "kawat", "serve", "--db", str(db), "--host", host]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert "this machine alone" in done.stderr
