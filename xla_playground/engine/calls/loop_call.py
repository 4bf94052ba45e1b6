"""One call of our own loops, as both the engine and the Python API make it."""

from __future__ import annotations

from dataclasses import dataclass

from ...core.call.request import Arm
from ...core.call.specialization import SpecializationKey
from ...core.options.options import GenerationOptions
from ..inputs.call_inputs import Arrays
from ..loops.selection.rules import Rules
from ..protocols.models import Model
from ..recipe.outcome import Task

#: The input with the first tokens of a decoder, if they are more than its start token.
_BEGINNING = "decoder_input_ids"


@dataclass(frozen=True)
class LoopCall:
    """One call of our own loops.

    Attributes:
        model: a ``TFPreTrainedModel``.
        key: key of its decode program, whose arm is that of the call.
        capacity: room of a row, in tokens.
        prompts: token ids of each prompt, or of the beginning of each answer.
        length: tokens of an output before the first new one, padding included.
        source: inputs of the encoder by name; ``None`` for a decoder-only model.
        rules: special tokens, in which two keys can differ.
        block: most new tokens between two blocks; ``None``: one block.
        weight_bytes: size of the model, for the estimate of how long it reads a prompt.
    """

    model: Model
    key: SpecializationKey
    options: GenerationOptions
    capacity: int
    prompts: list[list[int]]
    length: int
    source: Arrays | None
    rules: Rules
    block: int | None
    weight_bytes: int

    @property
    def is_eager(self) -> bool:
        """Whether the loop runs operation by operation."""
        return self.key.arm is Arm.EAGER

    @property
    def is_compiled(self) -> bool:
        """Whether XLA compiles the programs."""
        return self.key.arm is Arm.XLA


def loop_call(task: Task) -> LoopCall:
    """Return the call that a task of the fast recipe means."""
    loaded, arrays, source = task.loaded, task.arrays, None
    if loaded.info.is_decoder_only:
        masks = arrays["attention_mask"].astype(bool)
        prompts = [ids[m].tolist() for ids, m in zip(arrays["input_ids"], masks, strict=True)]
        length = masks.shape[1]
    else:
        given = arrays.get(_BEGINNING)
        batch = task.request.batch
        prompts = [[loaded.start_id]] * batch if given is None else given.tolist()
        length = len(prompts[0])
        source = {n: array for n, array in arrays.items() if n != _BEGINNING}
        source = arrays if given is None else source  # tensors of these arrays are kept
    return LoopCall(
        model=loaded.model,
        key=task.key,
        options=task.options,
        capacity=task.capacity,
        prompts=prompts,
        length=length,
        source=source,
        rules=Rules.of(loaded.model.generation_config),
        block=task.request.block_size,
        weight_bytes=loaded.info.memory_bytes,
    )
