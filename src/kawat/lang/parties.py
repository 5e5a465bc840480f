"""The words that parties are described with, typed: heads, titles, pronouns and the small words around them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Flag, auto
from functools import cache
from typing import Any

from kawat.errors import TableError
from kawat.lang.pack import folder, table
from kawat.model import EntityKind
from kawat.text import PhraseTable, fold, read_tsv

PASSED_ON = "*"
SECTORS = frozenset({"", PASSED_ON, "OPP", "REB", "CVL", "MED", "BUS", "JUD", "LEG", "COP", "MIL", "NGO", "REL"})


class Small(Flag):
    """What a word of a party phrase can be beside a head; one word can be several ("dari": of, at)."""

    NONE = 0
    ARTICLE = auto()
    MANY = auto()
    ONE = auto()
    NUMBER = auto()
    BOTH = auto()
    ALL_OF = auto()
    ABOUT = auto()
    CLASSIFIER = auto()
    POINTER = auto()
    OTHER = auto()
    OF = auto()
    FOR = auto()
    AT = auto()
    AND = auto()
    FORMER = auto()
    CALLED = auto()
    MODIFIER = auto()
    PORTFOLIO = auto()
    PLACE = auto()  # what follows is a place: "kota", "Laut"
    THING = auto()  # what follows is no party: "Perang", "Resolusi"
    SWALLOW = auto()  # a state's name after it belongs to a longer name: "Piala Asia", "Hotel Indonesia"
    SWALLOWED = auto()  # the name before it belongs to a longer name: "Manchester United"
    BACKED = auto()  # the state beside it is a friend or foe, not the owner: "pemerintah dukungan AS", "pro-Taliban"
    OWNER = auto()  # "his", "their"
    ABROAD = auto()  # of no one state: "internasional", "asing"
    MADE = auto()  # the state beside it is where a thing is from: "rudal buatan Rusia", "kapal berbendera Panama"
    LED = auto()  # who leads stands beside it: "pimpinan Hamas"
    SAYING = auto()
    COMMON = auto()  # written with a capital and no name: "Islam", "Senin"
    PACT = auto()  # a seat beside it says where it was signed: "perjanjian Oslo", "the Oslo accords"
    WITH = auto()
    PRESENT = auto()  # the office behind it is held now: "kini utusan PBB"


@dataclass(frozen=True, slots=True)
class Head:
    """A word that a party can be described with; the keys are explained in `id/parties.toml`.

    `owned` is set on a form with a clitic ("pasukannya"), `office` on a title that one person a state has.
    """

    word: str
    sector: str
    default: str = ""
    kind: EntityKind = EntityKind.GROUP
    number: str = "any"
    bare: bool = True
    name: bool = False
    title: bool = False
    post: bool = False
    adjective: bool = False  # says of what kind a thing is too: "perlengkapan militer"
    local: bool = False  # of a part of a state: "gubernur"
    country: bool = False  # "negara": its plural is nobody in particular
    person: bool = False
    office: str | None = None
    owned: bool = False
    code: str | None = None  # the collective that it means by itself: "donor", "sekutu"
    unnamed: bool = False  # of nobody in particular where nothing tells whose: "seorang diplomat", "a source"
    union: bool = False  # several states', known by name: "blok itu" after "Uni Eropa"
    other: bool = False  # another state than whose it is: "tetangganya"
    whose: bool = False  # a name after it is whom they are for, against or kin of: "penentang Presiden Putin"


@dataclass(frozen=True, slots=True)
class Pronoun:
    """`person` is speaker or other, `number` one, two or many, `animate` person, thing or any; `count` how those
    that it means are counted where they are told of first ("tiga" for "ketiganya"); `owner` stands before what is
    theirs ("their")."""

    person: str
    number: str
    animate: str
    count: frozenset[str] = frozenset()
    owner: bool = False


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One sense of a phrase of the party tables."""

    small: Small = Small.NONE
    head: Head | None = None
    pronoun: Pronoun | None = None
    people: str | None = None  # the state that a people is reported from, "" for none in particular
    clitic: int = 0  # length of the clitic at the end of a verb of saying ("katanya": 3)


@dataclass(frozen=True, slots=True)
class PartyWords:
    """All of a language: `lexemes` by phrase, `head_first` as in "polisi Irak", `openers` as no name begins."""

    lexemes: PhraseTable[Lexeme]
    head_first: bool
    officers: frozenset[str]  # of the police or an army, whichever was told of: "petugas"
    openers: frozenset[str]
    company_marks: frozenset[str]  # before the name of a company: "PT"
    aides: frozenset[str]  # before a name and a second one between commas: "pengacara Suryo, Dian Lestari,"
    wings: frozenset[str]  # between a group's name and who leads one side of it: "Golkar kubu Agung"
    serving: re.Pattern[str]  # between a name and the office that somebody has: "dilantik sebagai"
    naming: re.Pattern[str]  # between what a body is and its name: "yang menamakan diri", "of the"
    based: frozenset[str]  # between a body and the place where it is: "a firm based in Peru"
    honorifics: frozenset[str]  # before a name, and no part of it: "Tuan"
    aged: frozenset[str]  # before somebody's age: "berusia"
    years: frozenset[str]  # behind it: "tahun"
    name_ends: frozenset[str]  # titles that end personal names too: "Dewi Putri"
    place_ends: frozenset[str]  # last word of the name of a place: "Sabina Shoal", "Rovuma River"
    of_nature: tuple[str, ...]  # behind a name they say that it is a water or a mountain: "Lempa meluap"
    lower_in_titles: frozenset[str]  # without a capital in a headline in title case: "soal", "with"
    joining: frozenset[str]  # pointers that join a clause too: "said that the troops"
    plain: frozenset[str]  # written without a capital inside a sentence
    particles: frozenset[str]
    hyphened: frozenset[str]
    also_names: frozenset[str]  # places that are given names or surnames too
    lands: frozenset[str]  # they tell what a state is like: "the Gulf state", "the oil-rich nation"
    missions: frozenset[str]  # heads that are abroad: "kedutaan", "duta besar"
    goals: frozenset[str]  # lead to where somebody goes: "to", "ke"
    armies: frozenset[str]  # heads that no armed group has: "tentara", not "pasukan"
    protesting: frozenset[str]  # heads who stay civilians, whichever side they are on: "demonstran"
    peers: frozenset[str]  # of another state than whose they are: "timpalannya dari Tiongkok"
    borders: frozenset[str]  # whose other side stands behind "with"
    migrants: frozenset[str]  # heads of people who are abroad
    between: frozenset[str]  # prepositions behind which two stand
    halves: tuple[Mapping[str, str], ...]  # the sides of a divided land and their states: "the North"
    papers: frozenset[str]  # heads that are of who put them out: "laporan"
    issuing: frozenset[str]  # verbs that put a paper out
    definite: frozenset[str]  # before what the reader can tell
    counted: Mapping[str, frozenset[str]]  # how those are counted first whom a word means all of: "ketiga": "tiga", "3"
    opposing: frozenset[str]  # before a hyphen and whom somebody is against: "anti"
    backers: frozenset[str]  # behind them stands whose side somebody is on
    travels: frozenset[str]  # what stands behind them is where somebody goes, who is of another state
    home: str  # the state that the press of this language leaves out, "" for none
    possessive: str
    held: re.Pattern[str] | None  # words whose clitic is a party of an act: "menangkapnya", "kunjungannya"
    not_held: frozenset[str]
    same_doer: frozenset[str]  # between two verbs of one doer: "menahan X lalu menyiksanya"
    meeting: frozenset[str]  # what stands between two who are then "they": "A melakukan pertemuan dengan B"
    light_passive: frozenset[str]  # verbs of which a noun of action is the subject: "serangan dilakukan"
    reasons: frozenset[str]  # before what somebody is judged for: "for"
    judging: frozenset[str]  # verbs whose object is the act of another: "condemned", "rejected"
    by: frozenset[str]  # before who does what a passive tells: "oleh"
    mediating: frozenset[str]  # what is done by those who bring two others together: "dimediasi"
    accusing: frozenset[str]  # whose object is nobody of the one who accuses: "menuduh pasukannya"
    hostile: frozenset[str]  # whose object is not of who does it: "menculik pejabatnya"
    tried: frozenset[str]  # what police and courts do to whom it is said of: "ditahan"
    holding: frozenset[str]  # whose object is held: "menangkap", "arrested"
    freeing: frozenset[str]  # whose object was held: "membebaskan", "freed"
    aiming: frozenset[str]  # before whom something is fired or thrown at
    fighting: frozenset[str]  # heads who take part in politics and are of some side: "activist"
    captives: frozenset[str]  # heads who are held: "sandera"
    captors: frozenset[str]  # heads who hold others: "penculik"
    passive_auxiliaries: frozenset[str]  # before what is done to a subject: "were"
    addressing: frozenset[str]  # verbs of saying whose object is somebody: "mendesak"
    saying_when: frozenset[str]  # between a verb of saying and what is said: "said late on Friday that"
    speech: frozenset[str]  # words of saying that stand before who says it: "kata", "menurut"
    content: str  # it opens what somebody says: "bahwa"
    shared: frozenset[str]  # an owner who is several: "their"
    clitic: int  # its length
    nominal: re.Pattern[str]  # an opening word that is a noun of action
    participle: re.Pattern[str] | None  # behind a name and a hyphen it makes a description: "Russian-installed"
    also_verbs: frozenset[str]  # heads that are verbs too: "Canada suspects China"
    verb: re.Pattern[str]  # what looks like a verb
    prepositions: frozenset[str]
    deeds: frozenset[str]  # behind a verb and before whose they are they are the other side's: "menolak usul Peru"
    verbal: tuple[str, ...]  # prefixes (head first) or endings (head last) that make an unknown word a verb

    def is_verb(self, word: str) -> bool:
        """Whether a word looks like a verb."""
        return self.verb.match(fold(word)) is not None


_GRAMMAR = {
    "articles": Small.ARTICLE,
    "many": Small.MANY,
    "one": Small.ONE,
    "numbers": Small.NUMBER,
    "both": Small.BOTH,
    "all_of": Small.ALL_OF,
    "about": Small.ABOUT,
    "classifiers": Small.CLASSIFIER,
    "pointers": Small.POINTER,
    "others": Small.OTHER,
    "of": Small.OF,
    "for": Small.FOR,
    "at": Small.AT,
    "and": Small.AND,
    "former": Small.FORMER,
    "present": Small.PRESENT,
    "called": Small.CALLED,
    "modifiers": Small.MODIFIER,
    "places": Small.PLACE,
    "things": Small.THING,
    "swallow": Small.SWALLOW,
    "swallowed": Small.SWALLOWED,
    "backed": Small.BACKED,
    "owners": Small.OWNER,
    "abroad": Small.ABROAD,
    "led": Small.LED,
    "made": Small.MADE,
    "common": Small.COMMON,
    "pacts": Small.PACT,
    "with": Small.WITH,
}


# The lists of `parties.toml` and of `pronouns.toml` that are kept as they stand there.
_SETS = (
    "officers", "openers", "company_marks", "aides", "wings", "based", "honorifics", "aged", "years", "name_ends",
    "place_ends", "lower_in_titles", "joining", "particles", "hyphened", "also_names", "goals", "armies", "peers",
    "borders", "migrants", "between", "papers", "issuing", "definite", "backers", "travels", "missions", "also_verbs",
    "deeds", "protesting",
)  # fmt: skip
_PRONOUN_SETS = (
    "accusing", "meeting", "mediating", "tried", "addressing", "speech", "saying_when", "shared", "hostile",
    "holding", "freeing", "captives", "captors", "aiming", "fighting",
)  # fmt: skip


@cache
def party_words(language: str) -> PartyWords:
    """The party tables of a language, read once. Raises `TableError` for a key or sector that is none."""
    grammar = table(language, "parties")["grammar"]
    pronouns = table(language, "pronouns")
    rows = [*_small(language, grammar), *_heads(language), *_titles(language), *_pronouns(language)]
    return PartyWords(
        lexemes=PhraseTable(rows),
        head_first=grammar["head"] == "first",
        serving=re.compile(grammar["serving"]),
        naming=re.compile(grammar["naming"]),
        of_nature=tuple(grammar["of_nature"]),
        plain=frozenset(grammar["openers"]) | _plain_words(language),
        lands=frozenset(grammar.get("lands", ())),
        halves=tuple(grammar["halves"]),
        home=grammar["home"],
        possessive=grammar["possessive"],
        held=re.compile(pronouns["held"]) if pronouns["clitic"] else None,
        not_held=frozenset(pronouns.get("not_held", ())),
        same_doer=frozenset(pronouns.get("same_doer", ())),
        content=pronouns["content"],
        clitic=len(pronouns["clitic"]),
        counted={
            word.removesuffix(pronouns["clitic"]): frozenset(row["count"])
            for row in pronouns["pronouns"]
            if "count" in row
            for word in row["words"]
        },
        nominal=re.compile(grammar["nominal"]),
        participle=re.compile(grammar["participle"]) if grammar["participle"] else None,
        verb=re.compile(table(language, "voice")["verb"]),
        prepositions=frozenset(table(language, "voice")["prepositions"]),
        light_passive=frozenset(table(language, "voice")["light_passive"]),
        by=frozenset(table(language, "voice")["by"]),
        passive_auxiliaries=frozenset(table(language, "voice")["passive_auxiliaries"]),
        opposing=frozenset(table(language, "voice")["opposing"]),
        reasons=frozenset(table(language, "voice")["reasons"]),
        judging=frozenset(table(language, "voice")["judging"]) | frozenset(pronouns["declining"]),
        verbal=tuple(grammar["verbal"]),
        **{name: frozenset(grammar[name]) for name in _SETS},
        **{name: frozenset(pronouns[name]) for name in _PRONOUN_SETS},
    )


def _plain_words(language: str) -> frozenset[str]:
    rows = read_tsv(folder(language) / "plain_words.tsv", ("word",))
    return frozenset(row["word"] for _, row in rows)


def _small(language: str, grammar: dict[str, Any]) -> Iterator[tuple[str, Lexeme]]:
    for key, small in _GRAMMAR.items():
        for word in grammar[key]:
            yield word, Lexeme(small)
    for word in table(language, "titles")["portfolios"]:
        yield word, Lexeme(Small.PORTFOLIO)
    for people in table(language, "parties")["peoples"]:
        for word in people["words"]:
            yield word, Lexeme(people=people["state"])


def _heads(language: str) -> Iterator[tuple[str, Lexeme]]:
    clitic = table(language, "pronouns")["clitic"]
    for row in table(language, "parties")["heads"]:
        yield from _forms(language, "parties", row, clitic)


def _titles(language: str) -> Iterator[tuple[str, Lexeme]]:
    clitic = table(language, "pronouns")["clitic"]
    for row in table(language, "titles")["titles"]:
        person = {"kind": "person", "number": "one", "name": True, "person": True}
        yield from _forms(language, "titles", {**row, **person}, clitic)


def _forms(language: str, name: str, row: dict[str, Any], clitic: str) -> Iterator[tuple[str, Lexeme]]:
    keys = dict(row)
    words = keys.pop("words")
    if keys.get("sector") not in SECTORS:
        raise TableError(f"{folder(language) / name}.toml: {words[0]}: no sector {keys.get('sector')!r}")
    keys["kind"] = EntityKind(keys.get("kind", "group"))
    for word in words:
        head = Head(word, **keys)
        yield word, Lexeme(head=head)
        if clitic:
            yield word + clitic, Lexeme(head=replace(head, owned=True))
            first, *rest = word.split(" ")
            yield " ".join([f"{first}-{first}", *rest]), Lexeme(head=replace(head, number="many", bare=True))
            if not rest:
                doubled = replace(head, number="many", bare=True, owned=True)
                yield f"{first}-{first}{clitic}", Lexeme(head=doubled)


def _pronoun(row: dict[str, Any]) -> Pronoun:
    return Pronoun(row["person"], row["number"], row["animate"], frozenset(row.get("count", ())))


def _pronouns(language: str) -> Iterator[tuple[str, Lexeme]]:
    pronouns = table(language, "pronouns")
    for row in pronouns["pronouns"]:
        for word in row["words"]:
            yield word, Lexeme(pronoun=_pronoun(row))
        for word in row.get("owners", ()):
            yield word, Lexeme(pronoun=replace(_pronoun(row), owner=True))
    clitic = pronouns["clitic"]
    for word in pronouns["speech"]:
        yield word + clitic, Lexeme(pronoun=Pronoun("other", "one", "person"), clitic=len(clitic))
    for word in pronouns["saying"]:
        yield word, Lexeme(Small.SAYING)
