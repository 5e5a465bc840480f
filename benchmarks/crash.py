"""Kills `kawat add` (SIGKILL) at random moments, again and again: nothing may be lost, doubled or half-written.

    python benchmarks/crash.py [--files 200] [--kills 20] [--seed 1]

Every round starts `kawat add` on the same folder and store and kills it at a random moment: one in five while it
starts, the others some articles on, in the midst of whatever it does then. After every kill the store must pass
`kawat doctor`. At the end one run goes through, and every article must be there once, equal to what an unbroken run
gives. Exit code 0 where all of that holds.
"""

import argparse
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

SOURCE = Path(__file__).resolve().parent.parent / "src"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(SOURCE)}
STATES = ("Belarusia", "Rusia", "Ukraina", "China", "Filipina", "Iran", "Israel", "Turki", "Mesir", "Jepang")
ACTS = ("mengecam", "menandatangani perjanjian dengan", "menuduh", "memperingatkan", "mengirim bantuan ke", "menyerang")


def write_files(folder: Path, number: int, random: Random) -> None:
    """Short reports, each unlike the others."""
    folder.mkdir()
    for i in range(number):
        sentences = []
        for _ in range(random.randint(2, 6)):
            one, other = random.sample(STATES, 2)
            sentences.append(f"{one} {random.choice(ACTS)} {other} pada {random.randint(1, 28)} Maret 2022.")
        body = "\n\n".join(sentences)
        text = f"Laporan Ke-{i}: {sentences[0]}\n\nSabtu, {i % 28 + 1} Maret 2022 12:57 WIB\n\n{body}\n"
        (folder / f"{i:04}.txt").write_text(text, encoding="utf-8")


def kawat(*arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "kawat", *arguments]
    return subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def finished(*arguments: str) -> tuple[int, str]:
    process = kawat(*arguments)
    out, err = process.communicate()
    if process.returncode not in (0, 1):
        sys.stderr.write(err.decode())
    return process.returncode, out.decode()


def articles(db: Path) -> int:
    """How many articles a store holds, as another program sees it."""
    connection = sqlite3.connect(f"file:{db}?mode=ro", uri=True)
    try:
        return int(connection.execute("select count(*) from article").fetchone()[0])
    except sqlite3.OperationalError:
        return 0  # killed before the tables were made
    finally:
        connection.close()


def dump(db: Path) -> dict[str, list[tuple[object, ...]]]:
    """What a store holds, without what depends on the moment and on the order of insertion."""
    queries = {
        "articles": "select id, source_sha256 from article order by id",
        "runs": "select article, pipeline, text from run order by article, pipeline",
        "claims": "select id, type, status, sentence, start, date_start from claim order by id",
        "parties": "select c.id, p.role, p.ordinal, p.entity from party p join claim c on c.key = p.claim"
        " order by 1, 2, 3",
        "links": 'select "left", "right", judgement, score from link order by 1, 2, 3, 4',
    }
    connection = sqlite3.connect(f"file:{db}?mode=ro", uri=True)
    try:
        return {name: connection.execute(query).fetchall() for name, query in queries.items()}
    finally:
        connection.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random = Random(options.seed)  # noqa: S311  no secret
    with tempfile.TemporaryDirectory() as temporary:
        folder, db, whole = Path(temporary, "berita"), Path(temporary, "kawat.db"), Path(temporary, "whole.db")
        write_files(folder, options.files, random)
        started = time.monotonic()
        code, _ = finished("add", str(folder), "--db", str(whole))
        seconds = time.monotonic() - started
        print(f"unbroken: {articles(whole)} articles in {seconds:.1f} s, exit code {code}")
        faults = 0 if code == 0 else 1
        killed = 0
        while killed < options.kills:
            before = articles(db) if db.exists() else 0
            process = kawat("add", str(folder), "--db", str(db))
            if random.random() < 0.2:
                time.sleep(random.uniform(0, seconds / options.files * 10))
            else:
                some = random.randint(1, max(1, 3 * options.files // (2 * options.kills)))
                while process.poll() is None and (not db.exists() or articles(db) < before + some):
                    time.sleep(0.01)
                time.sleep(random.uniform(0, 2 * seconds / options.files))
            process.kill()
            process.communicate()
            if process.returncode == 0:
                print("all was stored before the last kill: from the beginning")
                for path in db.parent.glob("kawat.db*"):
                    path.unlink()
                continue
            killed += 1
            code, said = finished("doctor", "--db", str(db), "--json") if db.exists() else (0, "")
            sound = code == 0 and (not said or json.loads(said)["sound"])
            faults += not sound
            now = articles(db) if db.exists() else 0
            print(f"kill {killed:2}: {before} -> {now} articles, {'sound' if sound else said}", flush=True)
        code, said = finished("add", str(folder), "--db", str(db), "--json")
        again = json.loads(finished("add", str(folder), "--db", str(db), "--json")[1])
        sound, _ = finished("doctor", "--db", str(db))
        same = dump(db) == dump(whole)
        print(f"last run: {said.strip()}")
        print(f"{articles(db)} of {options.files} articles, doctor {sound}, as the unbroken run: {same}")
        right = code == 0 and articles(db) == options.files and again["added"] == 0 and sound == 0 and same
        return 0 if right and not faults else 1


if __name__ == "__main__":
    sys.exit(main())
