"""Whether an act is read alike however a sentence is put: the same invented acts in many constructions.

    python benchmarks/constructions.py {id,en}            the share read right, by construction
    python benchmarks/constructions.py {id,en} --faults   also what is read otherwise

Every clause ("Peru menyerang Venezuela") is put into every construction ("Kanada menuduh ...", "Jika ..."). Right is an
act with the type of the clause, its doers and whom it is done to, and with the status and speaker of the construction.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from kawat.annotate import annotate
from kawat.model import Article, Block, BlockKind, EventMention, Span

ANY = "*"


@dataclass(frozen=True, slots=True)
class Clause:
    """An act of Peru's: its type, whom it is done to, and its verb phrase as the forms of a construction want it.

    The forms are the finite one; in English the base, the participle and the gerund after it, parted by "|".
    """

    type: str
    recipient: str
    forms: str

    def put(self, frame: str, subject: str) -> str:
        """The clause in a construction: {S} is all of it, {A} its subject, {V} {B} {P} {G} its verb phrase."""
        finite, *others = self.forms.split("|")
        base, participle, gerund = others or (finite, finite, finite)
        words = frame.format(S=f"{subject} {finite}", A=subject, V=finite, B=base, P=participle, G=gerund)
        return words[0].upper() + words[1:]


CLAUSES = {
    "id": (
        Clause("ASSAULT", "VEN", "menyerang Venezuela"),
        Clause("ACCUSE", "VEN", "mengecam Venezuela"),
        Clause("SANCTION", "VEN", "menjatuhkan sanksi terhadap Venezuela"),
        Clause("AID", "VEN", "mengirim bantuan ke Venezuela"),
        Clause("SANCTION", "VEN", "mengusir tiga diplomat Venezuela"),
        Clause("COERCE", "VEN:CVL", "menangkap dua warga Venezuela"),
        Clause("ASSAULT", "VEN:MIL", "menembak mati tiga tentara Venezuela"),
        Clause("RETREAT", "VEN", "menarik pasukannya dari Venezuela"),
        Clause("SANCTION", "VEN", "memutuskan hubungan diplomatik dengan Venezuela"),
        Clause("AID", "VEN:REB", "mempersenjatai pemberontak Venezuela"),
    ),
    "en": (
        Clause("ASSAULT", "VEN", "attacked Venezuela|attack Venezuela|attacked Venezuela|attacking Venezuela"),
        Clause(
            "SANCTION",
            "VEN",
            "imposed sanctions on Venezuela|impose sanctions on Venezuela|imposed sanctions on Venezuela|"
            "imposing sanctions on Venezuela",
        ),
        Clause(
            "AID", "VEN", "sent aid to Venezuela|send aid to Venezuela|sent aid to Venezuela|sending aid to Venezuela"
        ),
        Clause(
            "COERCE",
            "VEN:CVL",
            "arrested two Venezuelan citizens|arrest two Venezuelan citizens|arrested two Venezuelan citizens|"
            "arresting two Venezuelan citizens",
        ),
        Clause(
            "RETREAT",
            "VEN",
            "withdrew its troops from Venezuela|withdraw its troops from Venezuela|withdrawn its troops from Venezuela|"
            "withdrawing its troops from Venezuela",
        ),
        Clause(
            "AID",
            "VEN:REB",
            "armed Venezuelan rebels|arm Venezuelan rebels|armed Venezuelan rebels|arming Venezuelan rebels",
        ),
    ),
}

# A construction, the status that it gives the act, and its speaker ("" for the report itself).
FRAMES = {
    "id": (
        ("{S}.", "asserted", ""),
        ("Kanada mengatakan bahwa {S}.", "asserted", "CAN"),
        ("{S}, kata Kanada.", "asserted", "CAN"),
        ("Menurut Kanada, {S}.", "asserted", "CAN"),
        ("Setelah Kanada menarik diri, {S}.", "asserted", ""),
        ("Kanada mengecam Kuba sehari setelah {S}.", "asserted", ""),
        ("Perang pecah ketika {S}.", "asserted", ""),
        ("{A}, yang menghadapi tekanan dalam negeri, {V}.", "asserted", ""),
        ("{A} menutup perbatasannya lalu {V}.", "asserted", ""),
        ("Kanada menuduh {A} {V}.", "alleged", "CAN"),
        ("{A} diduga {V}.", "alleged", ""),
        ("{A} diyakini {V}.", "alleged", ""),
        ("{A} membantah {V}.", "denied", "PER"),
        ("Kanada membantah bahwa {S}.", "denied", "CAN"),
        ("{A} tidak pernah {V}.", "denied", ""),
        ("{A} akan {V}.", "planned", ""),
        ("{A} berencana {V} pekan depan.", "planned", ""),
        ("Jika {S}, perang akan pecah.", "hypothetical", ""),
        ("Kanada memperingatkan bahwa {A} mungkin {V}.", "hypothetical", "CAN"),
        ("Reuters, mengutip Kanada, melaporkan {S}.", "asserted", "CAN"),
    ),
    "en": (
        ("{S}.", "asserted", ""),
        ("Canada said that {S}.", "asserted", "CAN"),
        ("{S}, Canada said.", "asserted", "CAN"),
        ("According to Canada, {S}.", "asserted", "CAN"),
        ("After Canada quit, {S}.", "asserted", ""),
        ("War broke out when {S}.", "asserted", ""),
        ("{A}, which faces pressure at home, {V}.", "asserted", ""),
        ("{A} closed its border and {V}.", "asserted", ""),
        ("Canada accused {A} of {G}.", "alleged", "CAN"),
        ("Canada alleged that {S}.", "alleged", "CAN"),
        ("{A} allegedly {V}.", "alleged", ""),
        ("{A} denied {G}.", "denied", "PER"),
        ("Canada denied that {S}.", "denied", "CAN"),
        ("{A} has never {P}.", "denied", ""),
        ("{A} will {B}.", "planned", ""),
        ("{A} plans to {B}.", "planned", ""),
        ("If {S}, war would break out.", "hypothetical", ""),
        ("Canada warned that {A} may {B}.", "hypothetical", "CAN"),
        ("Reuters, citing Canada, reported that {S}.", "asserted", "CAN"),
    ),
}

SUBJECTS = {
    "id": (("Peru", {"PER"}), ("Peru dan Cile", {"PER", "CHL"})),
    "en": (("Peru", {"PER"}), ("Peru and Chile", {"PER", "CHL"})),
}


def read(text: str, language: str) -> tuple[EventMention, ...]:
    """The acts of a report of one sentence."""
    block = Block(Span(0, len(text)), BlockKind.BODY)
    return annotate(Article("a", "a", text, (block,), sha256(text.encode()).hexdigest(), language)).events


def told(event: EventMention) -> str:
    """An act in short, as faults are listed."""
    sides = (",".join(sorted(p.code for p in side)) for side in (event.actors, event.recipients))
    return f"{event.type} {'>'.join(sides)} {event.status} @{event.speaker.code if event.speaker else ''}"


def outcomes(language: str) -> Iterator[tuple[str, str, bool, list[str]]]:
    """Construction, sentence, whether it is read right, and what is read, for every clause in every construction."""
    for frame, status, speaker in FRAMES[language]:
        for clause in CLAUSES[language]:
            for subject, doers in SUBJECTS[language]:
                if speaker == "PER" and len(doers) > 1:
                    continue  # two deny: whose word it is has two answers
                text = clause.put(frame, subject)
                events = read(text, language)
                right = any(
                    e.type == clause.type
                    and {p.code for p in e.actors} == doers
                    and {p.code for p in e.recipients} == {clause.recipient}
                    and e.status == status
                    and (e.speaker.code if e.speaker else "") == speaker
                    for e in events
                )
                yield frame, text, right, [told(e) for e in events]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("language", choices=sorted(CLAUSES))
    parser.add_argument("--faults", action="store_true", help="say what is read otherwise")
    args = parser.parse_args()
    asked, right = Counter[str](), Counter[str]()
    for frame, text, is_right, found in outcomes(args.language):
        asked[frame] += 1
        right[frame] += is_right
        if args.faults and not is_right:
            print(f"{text}  {found}")
    for frame in sorted(asked, key=lambda f: right[f] / asked[f]):
        print(f"{right[frame] / asked[frame]:.2f}  {frame}")
    print(f"{right.total() / asked.total():.3f}  of {asked.total()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
