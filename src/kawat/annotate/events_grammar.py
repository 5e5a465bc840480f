"""The function words of a language and the frames of its cues, as `lang/<language>/voice.toml` gives them."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from kawat.lang import table
from kawat.ontology import Voice, cues
from kawat.ontology.forms import inflect


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the parties of an act stand; names of places and prepositions, from the voice table.

    `object_nouns`: the object is a party only beside one of these ("membantah tuduhan Iran"); empty: always.
    `closed`: nobody else is a recipient, whatever the encoder reads.
    `of_thing`: where the verb governs a party itself, another frame holds ("blamed the raid on X").
    """

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    recipient_prepositions: frozenset[str]
    actor_prepositions: frozenset[str]
    genitive_prepositions: frozenset[str]
    object_nouns: frozenset[str]
    past_verbs: bool
    moves: bool
    closed: bool
    of_thing: bool

    @property
    def mutual(self) -> bool:
        """Whether all its parties do the act together: "X bertemu dengan Y"."""
        return "with" in self.actors and not self.recipients and not self.recipient_prepositions


@dataclass(frozen=True)
class Grammar:
    """The function words of a language."""

    language: str
    genitive_after: bool
    relative: frozenset[str]
    coordinators: frozenset[str]
    infinitive: frozenset[str]
    by: frozenset[str]
    with_: frozenset[str]
    between: frozenset[str]
    complementizers: frozenset[str]
    determiners: frozenset[str]
    determinatives: frozenset[str]
    place_prepositions: frozenset[str]
    quotes: frozenset[str]
    passive_auxiliaries: frozenset[str]
    breaks: frozenset[str]
    auxiliaries: frozenset[str]
    prepositions: frozenset[str]
    object_control: frozenset[str]
    own_words: frozenset[str]  # what nobody is asked to do: "mengutuk"
    light: frozenset[str]
    light_passive: frozenset[str]
    presumed: frozenset[str]  # what is only believed or said of an act: "serangan itu diduga dilakukan"
    harm: frozenset[str]
    natural: frozenset[str]
    figurative: frozenset[str]
    measures: frozenset[str]
    copulas: frozenset[str]
    present_copulas: frozenset[str]
    repaying: frozenset[str]  # what stands behind them came before: "in retaliation for an attack"
    nobody: frozenset[str]  # behind a noun they mean anybody: "pihak mana pun", "any party"
    reasons: frozenset[str]
    blame: frozenset[str]
    adjuncts: tuple[tuple[str, ...], ...]
    each_other: tuple[tuple[str, ...], ...]
    sidelines: frozenset[str]  # what stands behind them is where others meet: "di sela-sela KTT ASEAN"
    tidings: frozenset[str]  # what is only told of an act: "received reports of an attack"
    comitatives: frozenset[tuple[str, ...]]
    before_head: frozenset[str]
    compass: frozenset[str]
    plural_nouns: frozenset[str]
    present: frozenset[str]  # verbs of the cue tables in their third person, where they are no nouns
    verb: re.Pattern[str]
    passive_shape: re.Pattern[str]
    gerund: re.Pattern[str]
    adverb: re.Pattern[str]  # "widely", by its shape
    counting: re.Pattern[str]
    answering: re.Pattern[str]
    sites: frozenset[str]
    passive_behind: frozenset[str]
    not_verb: frozenset[str]
    noun_before: frozenset[str]
    verb_before: frozenset[str]
    doer_pronouns: frozenset[str]
    plans: frozenset[str]
    benefit: frozenset[str]
    sources: frozenset[str]
    judging: frozenset[str]  # what they take for an object is another's act
    telling: frozenset[str]  # verbs of saying, whose clause has a subject of its own
    serial: frozenset[str]  # behind them and whom they are done to stands what the doer does next: "menemui X meminta"
    claiming: frozenset[str]  # the same in the passive, the speaker behind them: "disebut pemerintah"
    perished: frozenset[str]
    by_which: frozenset[str]
    at_which: frozenset[str]
    including: frozenset[str]
    opposing: frozenset[str]
    patient_nouns: frozenset[str]
    owners: frozenset[str]  # words that tell whose the noun behind them is: "their"
    frames: dict[str, Frame]


def _frame(values: dict[str, Any]) -> Frame:
    sides = tuple(values["actors"]), tuple(values["recipients"])
    return Frame(
        *sides,
        recipient_prepositions=frozenset(values.get("recipient_prepositions", ())),
        actor_prepositions=frozenset(values.get("actor_prepositions", ())),
        genitive_prepositions=frozenset(values.get("genitive_prepositions", ())),
        object_nouns=frozenset(values.get("object_nouns", ())),
        past_verbs=bool(values.get("past_verbs")),
        moves=bool(values.get("moves")),
        closed=bool(values.get("closed")),
        of_thing=bool(values.get("of_thing")),
    )


def _present(language: str, nouns: frozenset[str]) -> frozenset[str]:
    """The third persons of verbs that cues have and that no noun sounds like: "condemns", but not "attacks"."""
    heads = [row.text.split(" ..")[0].split(" =>")[0] for row in cues(language).rows]
    told = {row.text.split()[0] for row in cues(language).rows if row.frame.startswith("noun")}
    bases = {word.removeprefix("V:") for head in heads for word in head.split() if word.startswith("V:")}
    forms = (
        form
        for base in bases
        for form, voice in inflect(base, language)
        if voice is Voice.ACTIVE and form.endswith("s") and form[:-1] not in told and form != base
    )
    return frozenset(forms) - nouns


@cache
def grammar(language: str) -> Grammar:
    """The voice table of a language."""
    t, speech = table(language, "voice"), table(language, "speech")
    frames = {name: _frame(f) for name, f in t["frames"].items()}
    sets = {
        name: frozenset(t[name])
        for name in (
            "relative", "coordinators", "infinitive", "by", "between", "complementizers", "determiners",
            "determinatives", "place_prepositions", "copulas", "reasons", "blame", "quotes",
            "passive_auxiliaries", "breaks", "auxiliaries", "prepositions", "object_control", "own_words", "light",
            "light_passive", "presumed", "harm", "natural", "figurative", "not_verb", "noun_before",
            "verb_before", "doer_pronouns", "sites", "passive_behind", "before_head", "plans", "benefit", "sources",
            "judging", "perished", "by_which", "at_which", "including", "opposing", "patient_nouns", "compass",
            "plural_nouns", "serial", "measures", "present_copulas", "repaying", "nobody", "sidelines", "tidings",
        )
    }  # fmt: skip
    return Grammar(
        language=language,
        genitive_after=t["genitive"] == "after",
        with_=frozenset(t["with"]),
        telling=frozenset(w for key in ("finite_open", "finite_strict", "accusing") for w in speech[key]),
        claiming=frozenset(speech["passive"]),
        owners=frozenset(w for row in table(language, "pronouns")["pronouns"] for w in row.get("owners", ())),
        present=frozenset() if t["genitive"] == "after" else _present(language, frozenset(t["nouns_too"])),
        verb=re.compile(t["verb"]),
        passive_shape=re.compile(t["passive_shape"]),
        gerund=re.compile(t["gerund"]),
        adverb=re.compile(t["adverb"]),
        counting=re.compile(t["counting"]),
        answering=re.compile(t["answering"]),
        adjuncts=tuple(tuple(phrase.split()) for phrase in t["adjuncts"]),
        each_other=tuple(tuple(phrase.split()) for phrase in t["each_other"]),
        comitatives=frozenset(tuple(phrase.split()) for phrase in t["comitatives"]),
        frames=frames,
        **sets,
    )
