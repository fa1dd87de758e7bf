"""A mention in the making, and the text around it."""

from __future__ import annotations

from dataclasses import dataclass

from geomap.records import Document, Mention, MentionKind

CONTEXT_CHARS = 48


@dataclass(slots=True)
class Draft:
    """What is known so far of a name in a text."""

    start: int
    end: int
    text: str
    confidence: float
    kind: MentionKind = MentionKind.PLACE
    name: str | None = None
    kind_hint: str | None = None
    why: str = ""

    @property
    def lookup(self) -> str:
        """The name to look up."""
        return self.name or self.text

    def mention(self, document: Document) -> Mention:
        """The finished record."""
        return Mention(
            document=document.id,
            start=self.start,
            end=self.end,
            text=document.text[self.start : self.end],
            kind=self.kind,
            name=self.name,
            kind_hint=self.kind_hint,
            confidence=round(self.confidence, 3),
            why=self.why,
        )


def before(text: str, start: int) -> str:
    """The line before a name, at most `CONTEXT_CHARS` of it."""
    context = text[max(0, start - CONTEXT_CHARS) : start]
    return context[context.rfind("\n") + 1 :]


def after(text: str, end: int) -> str:
    """The line after a name, at most `CONTEXT_CHARS` of it."""
    return text[end : end + CONTEXT_CHARS].partition("\n")[0]
