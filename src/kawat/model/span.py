"""The one coordinate of the house: half-open code-point offsets into `Article.text`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` (included) to `end` (excluded) of `Article.text`; `0 <= start <= end`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words under the span."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> "Span":
        """The same stretch in a text in which `by` code points more stand before it."""
        return Span(self.start + by, self.end + by)

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end
