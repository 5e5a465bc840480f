"""Words from reports on a terminal: shown, never obeyed."""

import sys

import click
from rich.console import Console

# Control pictures for C0 (ESC becomes ␛), a replacement mark for C1 and for marks that turn the direction of a line.
_SHOWN: dict[int, int] = {code: 0x2400 + code for code in range(0x20)}
_SHOWN |= dict.fromkeys((0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029), 0x20)
_SHOWN |= dict.fromkeys((*range(0x7F, 0x85), *range(0x86, 0xA0)), 0xFFFD)
_SHOWN |= dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD)


def plain(text: str) -> str:
    """The text on one line, without anything that a terminal obeys; as many code points as before."""
    return text.translate(_SHOWN)


def console() -> Console:
    """Standard output for people: no markup, no emoji codes and no guessing of numbers in what reports say."""
    return Console(file=sys.stdout, markup=False, emoji=False, highlight=False)


def is_terminal() -> bool:
    """Whether standard output is for a person: a terminal, or `kawat --lines`."""
    context = click.get_current_context(silent=True)
    return sys.stdout.isatty() or bool(context and context.find_root().params.get("lines"))
