"""Writes the checksums of our own files into manifest.toml, after they were changed on purpose.

python -m training.seal
"""

import hashlib
import re
from pathlib import Path

HERE = Path(__file__).parent


def sealed(manifest: str) -> str:
    """The manifest with today's checksums for all that stands beside it."""
    parts = manifest.split("[[set]]")
    for k, part in enumerate(parts):
        path = re.search(r'^in = "training"\npath = "(.+)"$', part, re.MULTILINE)
        if path:
            digest = hashlib.sha256((HERE / path.group(1)).read_bytes()).hexdigest()
            parts[k] = re.sub(r'^sha256 = ".*"$', f'sha256 = "{digest}"', part, flags=re.MULTILINE)
    return "[[set]]".join(parts)


def main() -> None:
    path = HERE / "manifest.toml"
    path.write_text(sealed(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
