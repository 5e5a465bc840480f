"""The sectors of codes in words: "CHN:MIL" is China, armed forces, and "tentara China" means CHN:MIL."""

from collections.abc import Iterator

from kawat import knowledge
from kawat.lang import LANGUAGES
from kawat.lang.parties import PartyWords, Small, party_words
from kawat.model import EntityKind
from kawat.model.codes import bare, sector_of

SECTORS = {
    "OPP": "opposition",
    "REB": "insurgents",
    "CVL": "civilians",
    "MED": "media",
    "BUS": "companies",
    "JUD": "courts",
    "LEG": "parliament",
    "COP": "police",
    "MIL": "armed forces",
    "NGO": "NGOs",
    "REL": "religious bodies",
}
"""The sectors of a code, as docs/concepts.md lists them."""


def coded_name(code: str) -> str:
    """The name of a code, "CHN:MIL" as "China, armed forces"; the code itself where the tables know no name for it."""
    known = knowledge.get(bare(code))
    name, sector = known.name if known else bare(code), sector_of(code)
    return f"{name}, {SECTORS.get(sector, sector)}" if sector else name


def codes_of(name: str) -> Iterator[str]:
    """The codes that a state and a word for its government or for some of its people stand for, in either order and
    language: "tentara Malawi", "Malawian soldiers", "police of Mali", "Mali's army", "pemerintah Zambia"."""
    words = name.split()
    for cut in range(1, len(words)):
        for described, owner in ((words[:cut], words[cut:]), (words[cut:], words[:cut])):
            state = next(_states(owner), None)
            if state is not None:
                yield from (f"{state}:{sector}" if sector else state for sector in _sectors(described))


def _states(owner: list[str]) -> Iterator[str]:
    for words in map(party_words, LANGUAGES):
        said = " ".join(_plain(words, owner)).replace("’", "'").removesuffix(words.possessive)
        for form in knowledge.lookup(said):
            known = knowledge.get(form.known_id)
            if known is not None and known.kind is EntityKind.STATE:
                yield known.code


def _sectors(described: list[str]) -> Iterator[str]:
    for words in map(party_words, LANGUAGES):
        for lexeme in words.lexemes.get(" ".join(_plain(words, described))):
            head = lexeme.head
            if head is not None and (sectors := {head.sector, head.default} & SECTORS.keys()):
                yield min(sectors)
            elif head is not None and not head.sector and head.kind is EntityKind.STATE and not head.other:
                yield ""


def _plain(words: PartyWords, phrase: list[str]) -> Iterator[str]:
    """A phrase without its "the" and "of"."""
    small = Small.OF | Small.ARTICLE
    return (one for one in phrase if not any(lexeme.small & small for lexeme in words.lexemes.get(one)))
