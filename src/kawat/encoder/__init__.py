"""Kawat's learned reader: mentions, and political events with their parties, from sentences of one report.

    encoder = load()
    outputs = encoder.read([EncoderInput("Iran menolak usul itu.")])

Needs onnxruntime, tokenizers and numpy, and the files of `weights/`, which do not come with this version: no stage uses
the encoder yet. See CARD.md for how it is made and how far to trust it.
"""

from kawat.encoder.decode import Settings
from kawat.encoder.output import Argument, EncoderOutput, EventSpan, MentionSpan
from kawat.encoder.reader import Encoder, EncoderInput, Placed
from kawat.encoder.session import EncoderError, load, open_folder

__all__ = [
    "Argument",
    "Encoder",
    "EncoderError",
    "EncoderInput",
    "EncoderOutput",
    "EventSpan",
    "MentionSpan",
    "Placed",
    "Settings",
    "load",
    "open_folder",
]
