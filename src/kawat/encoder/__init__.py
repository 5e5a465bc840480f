"""Kawat's learned reader: mentions, and political events with their parties, from sentences of one report.

    encoder = load()
    outputs = encoder.read([EncoderInput("Iran menolak usul itu.")])

The files of `weights/` are opened on first use. See CARD.md for how they are made and how far to trust them.
"""

from kawat.encoder.decode import Settings
from kawat.encoder.labels import TYPES
from kawat.encoder.output import Argument, EncoderOutput, EventSpan, MentionSpan
from kawat.encoder.reader import Encoder, EncoderInput
from kawat.encoder.session import EncoderError, load, open_folder

__all__ = [
    "TYPES",
    "Argument",
    "Encoder",
    "EncoderError",
    "EncoderInput",
    "EncoderOutput",
    "EventSpan",
    "MentionSpan",
    "Settings",
    "load",
    "open_folder",
]
