"""Clusters as acts: support, contradictions, changes."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, permutations

import pytest
from tests.builders import AP, BLR, LUKASHENKO, NOW, PUTIN, RUS, TASS, UKR, Says, report

from kawat.corroborate import Account, Act, accounts, acts
from kawat.model import Entity, EntityKind, EventType, Hop, HopKind, Judgement, Link, Relay, RelayKind, Status

DAY = date(2022, 3, 11)
ATTACK = Says("Rusia menyerang gudang di Kyiv.", EventType.ASSAULT, (RUS,), (UKR,), day=DAY)
REUTERS = Hop(HopKind.AGENCY, "Reuters", "m:reuters")


def told(name: str, says: Says, *, days: int = 1, agency: Hop = TASS) -> Account:
    return accounts(report(name, says, published=DAY + timedelta(days=days), agency=agency))[0]


def joined(*members: Account, relays: tuple[Relay, ...] = ()) -> Act:
    """The one act of accounts that a person has judged the same."""
    pairs = combinations(sorted(one.id for one in members), 2)
    links = [Link(left, right, Judgement.SAME, 1.0, (), "Rina", NOW) for left, right in pairs]
    found = {acts(ordered, links, relays) for ordered in permutations(members)}
    assert len(found) == 1, "the order does not count"
    (act,) = found.pop()
    return act


def test_what_is_told_here_and_denied_there_is_contradicted() -> None:
    denial = replace(ATTACK, status=Status.DENIED, speaker=RUS, sentence="Rusia membantah menyerang gudang.")
    again = told("tiga", denial, agency=REUTERS, days=2)
    act = joined(told("satu", ATTACK), told("dua", denial, agency=AP), again)
    (found,) = act.contradictions
    assert (found.kind, found.claim, found.against) == ("denied", "c-dua-0", ("c-satu-0",))
    assert found.detail == "denied on the word of RUS"
    assert (act.status, act.changes) == (Status.ASSERTED, ())


def test_what_is_done_behind_a_denial_changes_it_and_does_not_contradict_it() -> None:
    denial = told("satu", replace(ATTACK, status=Status.DENIED, speaker=RUS, day=None), days=0)
    later = told("dua", replace(ATTACK, day=DAY + timedelta(days=1)), days=2)
    act = joined(denial, later)
    assert (act.contradictions, [(one.before, one.after) for one in act.changes]) == ((), [("denied", "asserted")])
    same_day = joined(denial, told("dua", ATTACK, days=2))
    assert [one.claim for one in same_day.contradictions] == ["c-satu-0"]


def test_a_plan_that_is_called_off_is_a_change_and_one_denied_by_a_voice_a_contradiction() -> None:
    plan, off = replace(ATTACK, status=Status.PLANNED), replace(ATTACK, status=Status.DENIED)
    called_off = joined(told("satu", plan, days=-3), told("dua", off, days=-1))
    assert called_off.contradictions == ()
    assert [(one.before, one.after) for one in called_off.changes] == [("planned", "denied")]
    denied = joined(told("satu", plan, days=-3), told("dua", replace(off, speaker=RUS), days=-1))
    assert [one.kind for one in denied.contradictions] == ["denied"]


def test_a_denial_of_what_nobody_tells_contradicts_nobody() -> None:
    denial = replace(ATTACK, status=Status.DENIED, speaker=RUS)
    act = joined(told("satu", denial), told("dua", denial, agency=AP))
    assert (act.contradictions, act.status) == ((), Status.DENIED)


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ((Status.ALLEGED, Status.ASSERTED), [("alleged", "asserted")]),
        ((Status.PLANNED, Status.ASSERTED), [("planned", "asserted")]),
        ((Status.PLANNED, Status.DENIED), [("planned", "denied")]),
        (
            (Status.HYPOTHETICAL, Status.PLANNED, Status.ASSERTED),
            [("hypothetical", "planned"), ("planned", "asserted")],
        ),
        ((Status.ASSERTED, Status.ALLEGED), []),
        ((Status.ASSERTED, Status.ASSERTED), []),
    ],
)
def test_a_later_report_changes_the_status(statuses: tuple[Status, ...], expected: list[tuple[str, str]]) -> None:
    members = [told(f"n{i}", replace(ATTACK, status=status), days=1 + 3 * i) for i, status in enumerate(statuses)]
    assert [(one.before, one.after) for one in joined(*members).changes] == expected


def test_two_statuses_of_one_day_are_no_change() -> None:
    assert joined(told("satu", replace(ATTACK, status=Status.ALLEGED)), told("dua", ATTACK, agency=AP)).changes == ()


FEW = replace(ATTACK, sentence="Serangan itu menewaskan 12 tentara.")
MANY = replace(ATTACK, sentence="Serangan itu menewaskan 15 tentara.")


def test_other_numbers_in_one_piece_of_news_contradict_and_later_ones_correct() -> None:
    now = joined(told("satu", FEW), told("dua", MANY, agency=AP))
    assert [(one.kind, one.detail) for one in now.contradictions] in (
        [("number", "12 and 15 killed")],
        [("number", "15 and 12 killed")],
    )
    later = joined(told("satu", FEW), told("dua", MANY, agency=AP, days=5))
    assert later.contradictions == ()
    assert [(one.kind, one.before, one.after) for one in later.changes] == [("number", "12 killed", "15 killed")]


def sent(sentence: str) -> Says:
    return Says(sentence, EventType.MOBILIZE, (RUS,), (BLR,), day=DAY)


@pytest.mark.parametrize(
    ("one", "other", "detail"),
    [
        ("Rusia mengirim 10.000 tentara.", "Moskow mengerahkan 3 ribu personel.", "10000 and 3000 soldiers"),
        ("Rusia mengirim 10.000 tentara.", "Rusia mengirim sekitar 12 ribu prajurit.", "10000 and 12000 soldiers"),
        # what agrees beside it does not hide it
        (
            "Rusia mengirim 9.000 tentara dan 170 tank.",
            "Rusia mengirim 3.000 tentara dan 170 tank.",
            "9000 and 3000 soldiers",
        ),
        ("Rusia mengirim 9.200 tentara.", "Rusia mengirim sekitar 9 ribu tentara.", None),
        ("Rusia mengirim 10.000 tentara.", "Rusia mengirim sepuluh ribu pasukan.", None),
        ("Rusia mengirim 4.000 tentara.", "Rusia mengirim 3.000 hingga 5.000 tentara.", None),
        ("Rusia mengirim 9.000 tentara.", "Rusia mengirim 170 tank.", None),
    ],
)
def test_numbers_of_one_deployment(one: str, other: str, detail: str | None) -> None:
    left, right = told("satu", sent(one)), told("dua", sent(other), agency=AP)
    found = acts((left, right), [Link("c-dua-0", "c-satu-0", Judgement.SAME, 1.0, (), "Rina", NOW)])[0].contradictions
    swapped = (
        None if detail is None else " and ".join(reversed(detail.split(" soldiers")[0].split(" and "))) + " soldiers"
    )
    assert [made.detail for made in found] in ([] if detail is None else [detail], [] if detail is None else [swapped])


def test_each_of_three_numbers_of_one_deployment_is_shown_against_every_other() -> None:
    numbers = ("10.000", "3.000", "12.000")
    act = joined(*(told(f"n{at}", sent(f"Rusia mengirim {some} tentara.")) for at, some in enumerate(numbers)))
    assert [(one.claim, one.detail) for one in act.contradictions] == [
        ("c-n1-0", "10000 and 3000 soldiers"),
        ("c-n2-0", "10000 and 12000 soldiers"),
        ("c-n2-0", "3000 and 12000 soldiers"),
    ]


def test_a_toll_that_grows_the_next_day_is_a_change_and_one_that_shrinks_contradicts() -> None:
    few, many = told("satu", FEW), told("dua", MANY, agency=AP, days=2)
    grown = joined(few, many)
    assert grown.contradictions == ()
    assert [(one.before, one.after, one.claim) for one in grown.changes] == [("12 killed", "15 killed", "c-dua-0")]
    shrunk = joined(told("satu", MANY), told("dua", FEW, agency=AP, days=2))
    assert [one.kind for one in shrunk.contradictions] == ["number"]
    assert shrunk.changes == ()


def test_a_toll_that_a_report_corrects_is_a_change_whichever_way_it_goes() -> None:
    less = replace(FEW, sentence="Militer merevisi jumlah tentara yang tewas dari 15 menjadi 12.")
    act = joined(told("satu", MANY), told("dua", less, agency=AP, days=2))
    assert act.contradictions == ()
    assert [(one.before, one.after, one.claim) for one in act.changes] == [("15 killed", "12 killed", "c-dua-0")]


def test_a_number_that_two_later_reports_bring_is_one_change() -> None:
    again = told("tiga", MANY, agency=REUTERS, days=3)
    act = joined(told("satu", FEW), told("dua", MANY, agency=AP, days=2), again)
    assert [(one.before, one.after, one.claim) for one in act.changes] == [("12 killed", "15 killed", "c-dua-0")]


def test_who_denied_an_act_and_then_says_so_has_admitted_it() -> None:
    denial = replace(ATTACK, status=Status.DENIED, speaker=RUS, sentence="Rusia membantah menyerang gudang.")
    admitted = replace(ATTACK, speaker=RUS, sentence="Rusia mengakui menyerang gudang.")
    told_before = told("satu", ATTACK, agency=AP), told("dua", denial, agency=AP)
    act = joined(*told_before, told("tiga", admitted, days=4), told("empat", admitted, days=5))
    assert [(one.before, one.after, one.claim) for one in act.changes] == [("denied", "asserted", "c-tiga-0")]
    other = joined(*told_before, told("tiga", replace(admitted, speaker=UKR), days=4))
    assert other.changes == (), "on another's word it is no admission"


def test_who_does_not_say_who_did_it_does_not_assert_that_it_was_the_accused() -> None:
    blamed = replace(ATTACK, status=Status.ALLEGED, speaker=UKR)
    unnamed = replace(ATTACK, actors=(), sentence="Serangan di gudang Kyiv menewaskan 12 orang.")
    act = joined(told("satu", blamed), told("dua", unnamed, agency=AP, days=2))
    assert (act.status, act.changes) == (Status.ALLEGED, ())
    later = joined(told("satu", blamed), told("dua", unnamed, agency=AP, days=2), told("tiga", ATTACK, days=4))
    assert later.status is Status.ASSERTED
    assert [(one.after, one.claim) for one in later.changes] == [("asserted", "c-tiga-0")]


def test_a_relay_is_no_second_origin_and_no_contradiction() -> None:
    one, other = told("satu", FEW, agency=AP), told("dua", MANY, agency=REUTERS)
    assert len(joined(one, other).support.origins) == 2
    act = joined(one, other, relays=(Relay("a-dua", "a-satu", RelayKind.PART, 0.6),))
    assert (len(act.support.origins), act.contradictions) == (1, ())


def test_what_an_act_rests_on() -> None:
    plain = joined(told("satu", ATTACK, agency=AP)).support
    assert (plain.party_sourced, plain.both_sides, plain.state_media) == (False, False, ())
    theirs = told("dua", replace(ATTACK, status=Status.ALLEGED, speaker=UKR), agency=AP)
    assert joined(theirs).support.party_sourced
    ours = told("tiga", replace(ATTACK, speaker=RUS))
    both = joined(theirs, ours).support
    assert (both.both_sides, both.party_sourced, both.state_media) == (True, True, ("RUS",))


MINISTER = Entity("own:sergei-contoh-rus", "RUS", EntityKind.PERSON, "Sergei Contoh")
GENERAL = Entity("own:igor-contoh-rus-mil", "RUS:MIL", EntityKind.PERSON, "Igor Contoh")
OPPONENT = Entity("own:anna-contoh-rus-opp", "RUS:OPP", EntityKind.PERSON, "Anna Contoh")


@pytest.mark.parametrize(
    ("actor", "speakers", "origins"),
    [
        (RUS, (RUS, MINISTER), 1),  # a state and its minister are one word
        (RUS, (MINISTER, GENERAL), 1),  # and so are its officials on what it does
        (RUS, (RUS, OPPONENT), 2),
        (BLR, (RUS, MINISTER), 1),
        (BLR, (MINISTER, GENERAL), 2),  # what another state does, two officials may know each for himself
        (BLR, (MINISTER, RUS, GENERAL), 2),
    ],
)
def test_a_state_and_who_speaks_for_it(actor: Entity, speakers: tuple[Entity, ...], origins: int) -> None:
    def heard(name: str, agency: Hop, speaker: Entity) -> Account:
        says = replace(ATTACK, actors=(actor,), status=Status.ALLEGED, speaker=speaker)
        return accounts(report(name, says, agency=agency, others=(MINISTER, GENERAL, OPPONENT)))[0]

    agencies = (TASS, AP, REUTERS)
    act = joined(*(heard(f"laporan-{n}", agencies[n], one) for n, one in enumerate(speakers)))
    assert len(act.support.origins) == origins


def test_two_that_cannot_be_one_never_meet_by_way_of_a_third() -> None:
    meeting = Says("Putin menemui Lukashenko.", EventType.CONSULT, (PUTIN, LUKASHENKO), day=DAY)
    first, third = told("satu", meeting), told("tiga", replace(meeting, day=DAY + timedelta(days=20)), days=21)
    between = told("dua", replace(meeting, day=None), days=3)
    links = [
        Link("c-dua-0", "c-satu-0", Judgement.SAME, 0.9, (), "kawat 0.1", NOW),
        Link("c-dua-0", "c-tiga-0", Judgement.SAME, 0.8, (), "kawat 0.1", NOW),
    ]
    assert [act.claims for act in acts((first, between, third), links)] == [("c-satu-0", "c-dua-0"), ("c-tiga-0",)]
    by_hand = [replace(link, by="Rina") for link in links]
    assert len(acts((first, between, third), by_hand)) == 1, "a person may say otherwise"
