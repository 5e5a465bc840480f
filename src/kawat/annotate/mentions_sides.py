"""What the words between two parties tell: that they are two of a kind, met, or are the two sides of an act.

Who stands on either side of one verb is of one state seldom.
"""

from kawat.lang.parties import PartyWords, Small
from kawat.text import fold

# "mengirim bantuan senilai 2 juta dolar kepada" is about as much as stands between two sides.
_LONGEST = 8
_SENT = 2
# "melakukan pertemuan bilateral dengan" and no longer.
_MEETING, _AND = 6, 8


def is_and(word: str, vocabulary: PartyWords) -> bool:
    """Whether a word joins: "and"."""
    return any(Small.AND in x.small for x in vocabulary.lexemes.get(word))


def is_joint(between: str, vocabulary: PartyWords) -> bool:
    """Whether the words between two phrases make them two of a kind: "and", "with"."""
    words = between.strip()
    found = vocabulary.lexemes.get(words) if len(words) < _AND else ()
    return any(x.small & (Small.AND | Small.WITH) for x in found)


def told_together(between: str, vocabulary: PartyWords) -> bool:
    """Whether the words between two mentions tell of both together: "A dan B", "A held talks with B"."""
    if len(between) < _AND:
        return is_and(between.strip(), vocabulary) or fold(between.strip()) in vocabulary.meeting
    told = fold(between).split()
    if not vocabulary.mediating.isdisjoint(told):  # "A menengahi pembicaraan B"
        return False
    meets = bool(told) and len(told) <= _MEETING and not vocabulary.meeting.isdisjoint(told)
    together = meets and (told[-1] in vocabulary.meeting or is_joint(told[-1], vocabulary))
    return together and between.replace(" ", "").isalpha()


def opposed(between: str, vocabulary: PartyWords) -> bool:
    """Whether the words between two parties are a verb that one does to the other: "Polisi menahan tiga warga Peru".

    What somebody says of a state parts nobody: "Polisi mengatakan Peru akan ...".
    """
    words = between.split()
    last = fold(words[-1]) if words else ""
    sent = last in vocabulary.goals and len(words) > _SENT  # "mengirim bantuan ke", but not "pergi ke"
    moved = vocabulary.armies if sent else frozenset[str]()  # "mengirim tentara ke"
    if not 0 < len(words) <= _LONGEST or not all(fold(w) in moved or _is_plain(w, vocabulary) for w in words):
        return False
    if not any(map(vocabulary.is_verb, words)):
        return False
    led = _leads_on(last, vocabulary) or last in vocabulary.aiming  # "fired tear gas at"
    return vocabulary.is_verb(last) or last in vocabulary.deeds or sent or led


def turned_to(between: str, vocabulary: PartyWords) -> bool:
    """The same of what states do to others: "mendesak", "menjatuhkan sanksi terhadap".

    States arrest, send and dismiss their own: "Peru mengerahkan tentara".
    """
    words = between.split()
    led = bool(words) and (fold(words[-1]) in vocabulary.addressing or _leads_on(words[-1], vocabulary))
    return led and opposed(between, vocabulary)


def faces(between: str, vocabulary: PartyWords) -> bool:
    """Whether the words between two officials are a verb of meeting, urging or accusing: "met", "held talks with"."""
    words = between.replace(",", " ").split()  # "The minister, Ana Soto, met"
    if not 0 < len(words) <= _MEETING or not all(
        _is_plain(w, vocabulary) or fold(w) in vocabulary.accusing for w in words
    ):
        return False
    told = vocabulary.meeting | vocabulary.addressing | vocabulary.accusing
    meets = not vocabulary.meeting.isdisjoint(map(fold, words)) and is_joint(words[-1], vocabulary)
    return meets or fold(words[-1]) in told


def _leads_on(word: str, vocabulary: PartyWords) -> bool:
    """Whether a preposition leads to whom something is done: "terhadap", not "di"."""
    place = any(x.small & (Small.AT | Small.OF) for x in vocabulary.lexemes.get(word))
    return fold(word) in vocabulary.prepositions and not place


def _is_plain(word: str, vocabulary: PartyWords) -> bool:
    if not word.replace("-", "").isalpha() or not word.islower() or word == vocabulary.content:
        return word.isdigit()
    for lexeme in vocabulary.lexemes.get(word):
        said = Small.SAYING in lexeme.small and fold(word) not in vocabulary.addressing
        if lexeme.head is not None or lexeme.pronoun is not None or Small.AND in lexeme.small or said:
            return False
    return True
