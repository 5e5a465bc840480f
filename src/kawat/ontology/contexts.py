"""What an event is about, told by the words beside it."""

from functools import cache
from importlib.resources import files

from kawat.text import PhraseTable, read_toml


@cache
def contexts(language: str) -> PhraseTable[str]:
    """The phrases of a language that tell a PLOVER context; capitals count only where the table writes them."""
    table = read_toml(files("kawat.ontology") / "contexts.toml")
    rows = [(phrase, name) for name, values in table.items() for phrase in values.get(language, ())]
    exact = [row for row in rows if row[0] != row[0].casefold()]
    return PhraseTable([row for row in rows if row not in exact], exact)
