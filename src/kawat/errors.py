"""Every error that Kawat raises on purpose.

    KawatError            something a person can act on; its text is one clear sentence
    ├── InputError        a source cannot be read: missing, binary, too large, of an unknown format
    ├── TableError        a shipped or supplied table (language, ontology, knowledge, site) is wrong; names file and row
    ├── UnknownNameError  a name in a question is unknown or ambiguous; carries the candidates
    ├── QuestionError     a question is malformed: an unknown type, a date that is none, a limit below one
    └── StoreError        the store cannot be used
        ├── StoreLocked   another process is writing to it
        └── StoreTooNew   it was written by a newer Kawat

Bad text inside a readable source never raises: it becomes a `Note` on the article.
"""


class KawatError(Exception):
    """Root of the tree; `exit_code` is what the command line returns for it."""

    exit_code = 1


class InputError(KawatError):
    """A source cannot be read at all."""


class TableError(KawatError):
    """A table is wrong. The message names the file, the row and what is wrong with it."""


class UnknownNameError(KawatError):
    """A name in a question is unknown, or means more than one actor.

    `candidates` holds `(id, name, why)` for each actor that it could mean; empty when nothing is near.
    """

    exit_code = 3

    def __init__(self, message: str, candidates: tuple[tuple[str, str, str], ...] = ()) -> None:
        super().__init__(message)
        self.candidates = candidates


class QuestionError(KawatError):
    """A question is malformed."""

    exit_code = 2


class StoreError(KawatError):
    """The store cannot be used."""

    exit_code = 5


class StoreLocked(StoreError):  # noqa: N818  a state of the store, named as users name it
    """Another process is writing to the store."""


class StoreTooNew(StoreError):  # noqa: N818  a state of the store, named as users name it
    """The store was written by a newer Kawat than this one."""
