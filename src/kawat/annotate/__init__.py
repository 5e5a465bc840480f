"""Article → Document: a tuple of stages, each a function that adds one layer."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kawat.annotate.stages import PIPELINE, Stage, annotate

__all__ = ["PIPELINE", "Stage", "annotate"]


def __getattr__(name: str) -> Any:
    """The stages are loaded for who annotates: a question to a store only compares names as they do."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from kawat.annotate import stages  # noqa: PLC0415  that is what this is for

    return getattr(stages, name)
