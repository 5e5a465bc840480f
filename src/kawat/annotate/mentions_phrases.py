"""What the grammar gives for a phrase that can be a party, before it is said whom the phrase means."""

from dataclasses import dataclass, field

from kawat.annotate.mentions_atoms import Atom
from kawat.lang.parties import PASSED_ON, Head, Pronoun, Small
from kawat.model import MentionForm, Span

# Small words that can stand before the heads of a phrase, and inside it.
BEFORE = (
    Small.ARTICLE | Small.MANY | Small.ONE | Small.NUMBER | Small.BOTH | Small.ALL_OF | Small.ABOUT
    | Small.CLASSIFIER | Small.FORMER
)  # fmt: skip
# What counts.
COUNTED = Small.MANY | Small.ONE | Small.NUMBER | Small.ABOUT | Small.CLASSIFIER
INSIDE = Small.MODIFIER | Small.PORTFOLIO
# "tiga lainnya", "two others": people, who are not called anything
OTHERS = Head("others", "CVL", number="many")
# "The former", "the latter": which of two a pronoun means
PLACES = ("former", "latter")
# Sectors whose armed forces are no state's.
_AGAINST_STATE = frozenset({"REB", "OPP"})
# So many atoms a phrase or a name has at most; text without end is no phrase.
LONGEST = 30


@dataclass(slots=True)
class Phrase:
    """A phrase as the grammar sees it; `resolve` fills in whom it means.

    `heads` from the one that decides; `owners` the known actors in it by atom; `places` the states of places in it or
    right after it; `name` the words of a proper name in it.
    """

    sentence: int
    span: Span
    form: MentionForm
    first: int
    last: int
    heads: list[Head] = field(default_factory=list)
    owners: list[Atom] = field(default_factory=list)
    name: list[Atom] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    whom: list[Atom] = field(default_factory=list)  # the name of whom they serve or oppose: "penasihat Presiden Obama"
    linked: bool = False  # a name behind it is whose they are: "the wife of the critic Alexei Navalny"
    people: str | None = None
    pronoun: Pronoun | None = None
    small: Small = Small.NONE
    short: str | None = None  # a short form in brackets after it
    initials: str | None = None  # the short form of whose they are: "SLF fighters"
    body: str | None = None  # the same of the body that a person with a post is of
    pointer: bool = False
    office: bool = False  # what they work for is told, if not whose: "sumber keamanan"
    abroad: bool = False  # of no one state: "pasukan asing"
    against: bool = False  # a government, whoever they are: "anti-government activists"
    led: bool = False  # a word for who leads it: "pemerintah pimpinan Hamas"
    capital: bool = False
    title_case: bool = False

    @property
    def owned(self) -> bool:
        """Has a possessive that refers back: "pasukannya", "their troops"."""
        return Small.OWNER in self.small or any(h.owned for h in self.heads)

    @property
    def unnamed(self) -> bool:
        """Are of nobody in particular, as far as the words tell: "a source", but not "sumber keamanan"."""
        told = self.owners or self.places or self.whom or self.name or self.people or self.abroad or self.office
        return len(self.heads) == 1 and self.heads[0].unnamed and not told and not self.owned

    @property
    def plural(self) -> bool:
        if Small.ONE in self.small:
            return False
        many = Small.MANY | Small.NUMBER | Small.BOTH | Small.ALL_OF
        return bool(self.small & many) or any(h.number == "many" for h in self.heads[:1])

    @property
    def sector(self) -> str:
        """The sector of the first head that has one of its own, else the default of the first that passes it on."""
        told = [h for i, h in enumerate(self.heads) if not (i and self.whom and h.person)]
        if self.name and len(told) > 1 and told[0].title and told[0].default == "REB" and told[1].sector == "MIL":
            return "REB"  # "kelompok Brigade Fajar": a group that calls itself so
        for k, head in enumerate(told):
            if head.sector == "" and told[0].whose and told[0].default:
                return told[0].default  # "supporters of the president" are not of the government
            if head.sector == "REL" and head.person and any(h.person and h.sector == "" for h in told[k + 1 :]):
                continue  # "Foreign Minister Sheikh Mohammed"
            if head.sector != PASSED_ON:
                against = head.sector == "MIL" and any(h.sector in _AGAINST_STATE for h in told[k + 1 :])
                return "REB" if against else head.sector  # "pasukan pemberontak", "opposition forces"
        # "wanita juru bicara": the post tells, not the woman; "anggota partai": the party, not the member
        post = next((i for i, h in enumerate(told) if h.post), 0)
        if self.people is not None:
            return ""  # "kelompok Sunni" are people
        return next((h.default for h in told[post:] if h.default), "")

    @property
    def head(self) -> Head | None:
        return self.heads[0] if self.heads else None
