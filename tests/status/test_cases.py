"""The cases of status are cases: known values, words that stand in their sentence, enough of each half."""

from collections import Counter
from dataclasses import replace

from benchmarks.statuses import HALVES, cases, outcome

from kawat.lang import LANGUAGES

LEAST = 300


def test_there_are_enough_cases_and_half_are_set_aside() -> None:
    halves = Counter(case.half for case in cases())
    assert set(halves) == set(HALVES)
    assert halves.total() >= LEAST
    assert min(halves.values()) >= 0.45 * halves.total()


def test_no_sentence_stands_twice_or_in_both_halves() -> None:
    sentences = [case.sentence for case in cases()]
    assert len(set(sentences)) == len(sentences)


def test_trigger_and_speaker_stand_in_the_sentence() -> None:
    for case in cases():
        assert case.language in LANGUAGES
        assert case.trigger in case.sentence
        assert case.speaker is None or case.speaker.lower() in case.sentence.lower(), case.sentence


def test_every_class_stands_in_both_languages_and_both_halves() -> None:
    seen = Counter((case.cue_class, case.language, case.half) for case in cases())
    classes = {case.cue_class for case in cases()}
    assert {(c, language, half) for c in classes for language in LANGUAGES for half in HALVES} == set(seen)


def test_an_act_that_is_not_found_is_wrong() -> None:
    case = next(c for c in cases() if c.language == "en")
    lost = outcome(replace(case, trigger="nowhere"))
    assert lost.event is None
    assert not lost.status
    assert not lost.speaker
