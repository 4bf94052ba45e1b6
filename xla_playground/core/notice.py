"""Notices: sentences for the user that report no failure."""

from __future__ import annotations

from .frozen import Frozen


class Notice(Frozen):
    """One sentence for the user about a call or a model.

    Attributes:
        id: name of the kind of notice, the same for every text of that kind: ``not_stored``.
        text: the sentence, in English.
    """

    id: str
    text: str
