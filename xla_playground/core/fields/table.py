"""The fields of the supported families' configurations, in three lists.

The fields of Transformers' configuration classes and of its TensorFlow and PyTorch models, and what
this program does with each; rotary positions are read by ``core.configuration.rope``. Tests compare
the lists with the classes, and their claims with PyTorch's answers (``tests/data/references``).
"""

from __future__ import annotations

from .decoder import DECODER_FIELDS
from .encoder_decoder import ENCODER_DECODER_FIELDS
from .lists import COMMON, Fields, joined

#: The lists of each family, with those of every configuration.
FIELDS: dict[str, Fields] = {
    family: joined(COMMON, fields)
    for family, fields in (DECODER_FIELDS | ENCODER_DECODER_FIELDS).items()
}
