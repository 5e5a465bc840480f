import http.client
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kawat.model import Record
from kawat.store import open_store


@pytest.fixture
def db(tmp_path: Path, record: Record) -> Path:
    path = tmp_path / "kawat.db"
    with open_store(path) as store, store.writer() as writer:
        writer.put(record, datetime(2024, 6, 1, tzinfo=UTC), {})
    return path


@pytest.fixture
def serving(db: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "kawat", "serve", "--db", str(db), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


def test_it_serves_this_machine_and_stops_when_told(serving: subprocess.Popen[str], db: Path) -> None:
    assert serving.stderr is not None
    address = serving.stderr.readline().strip()
    assert address.startswith("http://127.0.0.1:")
    host = address.removeprefix("http://").rstrip("/")
    before = db.read_bytes()
    connection = http.client.HTTPConnection(host, timeout=30)
    for path, status in (("/", 200), ("/index.json", 200), ("/article/a0123456789abcdef", 200), ("/none", 404)):
        connection.request("GET", path)
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
