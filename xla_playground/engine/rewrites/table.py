"""The table of rewrites: the patches of upstream code during a trace, and whether they still fit.

Rewrites make calls faster and change no token. They patch private code of TensorFlow and
Transformers, so each row names the upstream objects that it was written for, with a digest of their
source. If one of them is missing or has changed, the rewrite is off.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache

from ...core.messages import engine as messages
from ...core.messages.message import Message
from ..protocols.models import Model
from ..protocols.tensorflow import TensorFlow
from .distance_biases import distance_biases
from .keys_in_place import keys_in_place
from .layer_reuse import layers_traced_once
from .products_in_pieces import products_in_pieces
from .rotary_tables import rotations_as_tables
from .upstream import digest_of

_MODELS = "transformers.models."
_GPT2 = _MODELS + "gpt2.modeling_tf_gpt2"
_GPTJ = _MODELS + "gptj.modeling_tf_gptj"
_MISTRAL = _MODELS + "mistral.modeling_tf_mistral"
_T5 = _MODELS + "t5.modeling_tf_t5"
_OPS = "tensorflow.python.ops."


@dataclass(frozen=True)
class Target:
    """An upstream object that a rewrite replaces or relies on.

    Attributes:
        name: see ``upstream.source_of``.
        digests: one for each form of the source that the rewrite is known to fit, see
            ``upstream.digest_of``.
        family: the model type that needs it, empty if all do.
    """

    name: str
    digests: tuple[str, ...]
    family: str = ""

    def problem(self) -> Message | None:
        """Return why a rewrite must not rely on the object, or ``None``."""
        found = digest_of(self.name)
        if found in self.digests:
            return None
        short = self.name.rpartition(":")[2]
        if found is None:
            return messages.UPSTREAM_MISSING(name=short)
        return messages.UPSTREAM_CHANGED(name=short)


@dataclass(frozen=True)
class Rewrite:
    """One row of the table.

    Attributes:
        name: its effect on a trace.
        decision: the number of its decision in ``docs/decisions``.
        families: the model types that it is for, empty if for all.
        targets: the upstream objects that it replaces or relies on.
        patch: the context manager that patches. One of a whole trace takes TensorFlow, the model,
            and whether XLA compiles the trace; one of a step takes the position of the token.
    """

    name: str
    decision: int
    families: frozenset[str]
    targets: tuple[Target, ...]
    patch: Callable[..., AbstractContextManager[None]]

    def targets_of(self, family: str) -> tuple[Target, ...]:
        """Return the objects that the rewrite replaces and relies on for models of one type."""
        return tuple(target for target in self.targets if target.family in ("", family))


LAYERS_TRACED_ONCE = Rewrite(
    "layers traced once",
    7,
    frozenset(),
    (Target("tf_keras.src.engine.base_layer:Layer.__init__", ("09ace0d357f98fdb",)),),
    layers_traced_once,
)
PRODUCTS_IN_PIECES = Rewrite(
    "products in pieces",
    9,
    frozenset(),
    (
        Target(_OPS + "gen_math_ops:mat_mul", ("416b6ab2988d24ea",)),
        Target(_OPS + "math_ops:matmul", ("cc1ed0f236e95868",)),
    ),
    products_in_pieces,
)
ROTATIONS_AS_TABLES = Rewrite(
    "rotations as tables",
    10,
    frozenset({"mistral"}),
    (Target(_MISTRAL + ":TFMistralRotaryEmbedding", ("5eb046d571e3a2ea",)),),
    rotations_as_tables,
)
KEYS_IN_PLACE = Rewrite(
    "keys in place",
    10,
    frozenset({"gpt2", "gptj", "mistral", "t5", "mt5"}),
    (
        Target(_OPS + "array_ops:concat", ("40365ef2b6ac46ab",)),
        Target(_OPS + "math_ops:matmul", ("cc1ed0f236e95868",)),
        Target(_OPS + "special_math_ops:einsum", ("413451b57940baa8",)),
        Target("transformers.tf_utils:shape_list", ("16dcb3c88359c1f7",)),
        Target(_GPT2 + ":TFAttention", ("f4bf93a09a194438",), "gpt2"),
        Target(_GPT2 + ":TFGPT2MainLayer.call", ("4c344e85778fa7e3", "b8d8b4bd8abdadf9"), "gpt2"),
        Target(_GPTJ + ":TFGPTJAttention", ("b85ba350c070d09f", "e0bab2aefbae2941"), "gptj"),
        Target(_GPTJ + ":TFGPTJMainLayer.call", ("cfef6077cdfdd16a", "7e3407ef379b8781"), "gptj"),
        Target(_MISTRAL + ":TFMistralAttention.call", ("55e90669b7221f7e",), "mistral"),
        Target(_MISTRAL + ":TFMistralMainLayer.call", ("c0494f2911a32503",), "mistral"),
        Target(_T5 + ":TFT5Attention", ("eded23a901ecb423",), "t5"),
        Target(_T5 + ":TFT5MainLayer.call", ("6ed59e4c51f25700",), "t5"),
        Target(_T5 + ":TFT5Attention", ("eded23a901ecb423",), "mt5"),
        Target(_T5 + ":TFT5MainLayer.call", ("6ed59e4c51f25700",), "mt5"),
    ),
    keys_in_place,
)
DISTANCE_BIASES = Rewrite(
    "biases of distances",
    10,
    frozenset({"t5", "mt5"}),
    (Target(_T5 + ":TFT5Attention", ("eded23a901ecb423",)),),
    distance_biases,
)

#: Rewrites of a whole trace, in the order in which they patch, then those of a step.
OF_A_TRACE = (PRODUCTS_IN_PIECES, ROTATIONS_AS_TABLES, LAYERS_TRACED_ONCE)
TABLE = (*OF_A_TRACE, KEYS_IN_PLACE, DISTANCE_BIASES)


@cache
def _problem(rewrite: Rewrite, family: str) -> Message | None:
    problems = (target.problem() for target in rewrite.targets_of(family))
    return next((problem for problem in problems if problem), None)


class Rewrites:
    """The rewrites that one engine uses."""

    def __init__(self, without: Collection[str] = ()) -> None:
        """Initialize them; those whose names are in ``without`` are off."""
        self._without = frozenset(without)
        self._off: set[str] = set()

    def is_on(self, rewrite: Rewrite, family: str) -> bool:
        """Return whether a rewrite may be used for models of one type."""
        if rewrite.name in self._without:
            return False
        if rewrite.families and family not in rewrite.families:
            return False
        return family not in self._off and _problem(rewrite, family) is None

    def switch_off(self, family: str) -> None:
        """Switch all rewrites off for models of one type."""
        self._off.add(family)

    def names(self, family: str) -> tuple[str, ...]:
        """Return the names of those that may be used for models of one type."""
        return tuple(rewrite.name for rewrite in TABLE if self.is_on(rewrite, family))

    @contextmanager
    def patched(self, tf: TensorFlow, model: Model, *, is_compiled: bool) -> Iterator[None]:
        """Apply the patches of all rewrites of a trace that are on."""
        family = model.config.model_type
        with ExitStack() as stack:
            for rewrite in OF_A_TRACE:
                if self.is_on(rewrite, family):
                    stack.enter_context(rewrite.patch(tf, model, is_compiled=is_compiled))
            yield


def problems() -> dict[str, Message]:
    """Return why rewrites are off in this installation, by name; empty if all may be used."""
    found: dict[str, Message] = {}
    for rewrite in TABLE:
        for family in sorted(rewrite.families) or [""]:
            problem = _problem(rewrite, family)
            if problem is not None:
                found.setdefault(rewrite.name, problem)
    return found
