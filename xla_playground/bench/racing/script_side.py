"""The bare side of a lane: the script that ``copy`` makes of the call, timed around its call."""

from __future__ import annotations

import sys
from pathlib import Path

from ...core.call.request import Request
from ...core.copying.script import Script
from ...core.messages.pages import race as messages
from ...core.model.info import ModelInfo
from ..running.processes import LineProcess
from ..sides import StepResult, plain_environment

_LOOP = """\
import json, sys, time
import numpy as np

padding = (1 - np.asarray(inputs["attention_mask"])).sum(axis=1).tolist()
print(json.dumps({{"is_ready": True}}), flush=True)
for line in sys.stdin:
    start = time.perf_counter()
    ids = np.asarray({call})
    seconds = time.perf_counter() - start
    rows = ids.tolist()
    if {has_prompt}:
        rows = [row[padding[n * len(padding) // len(rows)] :] for n, row in enumerate(rows)]
    print(json.dumps({{"seconds": seconds, "token_ids": rows}}), flush=True)
"""


class ScriptSide(LineProcess):
    """A copied script in a process of its own; see ``Runner``. It repeats one call."""

    def __init__(self, script: Script, info: ModelInfo, folder: Path) -> None:
        """Write the script into ``folder``, start it and have it load its model.

        Raises:
            EngineFailure: it ended before.
        """
        loop = _LOOP.format(call=script.arguments, has_prompt=info.is_decoder_only)
        parts = (script.head, script.imports, script.load, script.inputs, script.function, loop)
        path = folder / "script.py"
        path.write_text("\n\n".join(parts), "utf-8")
        command = [sys.executable, str(path)]
        super().__init__(messages.COPIED_SCRIPT(), command, plain_environment())

    def run(self, step: Request) -> StepResult:
        """See ``Runner.run``; the step is that of the script."""
        answer = self.ask({})
        seconds = answer["seconds"]
        return StepResult(seconds, seconds, tuple(map(tuple, answer["token_ids"])))
