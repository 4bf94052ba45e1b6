"""The sides of ``bench peers``: our two recipes, and other libraries."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from ..core.call.request import Request
from ..core.messages import commands as messages
from ..core.messages.message import Message, both
from ..core.model.info import ModelInfo
from ..core.options.generate_arguments import NO_EOS_ID, pytorch_arguments
from ..worker.environment import cuda_folders
from .running.fresh_home import home_at
from .running.processes import LineProcess
from .sides import Guide, Ours, Runner, StepResult

_SCRIPTS = Path(__file__).with_name("peers")

#: Set for every peer: a GPU is shared, and a model folder is read without a request to the hub.
_VARIABLES = {
    "HF_HUB_OFFLINE": "1",
    "TF_FORCE_GPU_ALLOW_GROWTH": "true",
    "XLA_PYTHON_CLIENT_PREALLOCATE": "false",
    "TOKENIZERS_PARALLELISM": "false",
}


class Contestant(Runner, Protocol):
    """A side of ``bench peers`` that was started; see ``MeasuredProcess`` for the rest.

    Attributes:
        greeting: ``version`` of its libraries, and ``device`` (``cpu`` or ``gpu``).
    """

    greeting: dict[str, Any]

    def peak_memory_mb(self) -> float: ...


@dataclass(frozen=True)
class Entry:
    """A side that can be started.

    Attributes:
        start: starts it; takes the folder for its files.
        has_disk: whether a second process finds there what the first one compiled.
        is_peer: whether its failure only leaves it out, and does not end the bench.
        skipped: why it does not run here; ``None`` if it does.
    """

    side: str
    start: Callable[[Path], AbstractContextManager[Contestant]]
    has_disk: bool = False
    is_peer: bool = True
    skipped: Message | None = None


class Peer(LineProcess):
    """A script of ``bench.peers`` in a child process; see ``Contestant``."""

    def __init__(
        self,
        side: str,
        command: Sequence[str],
        environment: Mapping[str, str],
        prompt: list[int] | None,
    ) -> None:
        """Start it and load its model; it continues ``prompt``, token ids, or if that is ``None``
        the prompts of each step by its options, as far as they are PyTorch's.

        Raises:
            EngineFailure: it cannot be started.
        """
        self._prompt = prompt
        super().__init__(side, command, environment)

    def run(self, step: Request) -> StepResult:
        """See ``Runner.run``."""
        asked: dict[str, Any]
        if self._prompt is None:
            asked = {"prompts": step.prompts, "arguments": pytorch_arguments(step.options)}
        else:
            arguments = {
                "max_new_tokens": step.options.new_tokens,
                "do_sample": False,
                "eos_token_id": NO_EOS_ID,  # every call has the same length
            }
            asked = {"token_ids": [self._prompt], "arguments": arguments}
        answer = self.ask(asked)
        seconds = answer["seconds"]
        return StepResult(seconds, seconds, tuple(map(tuple, answer["token_ids"])))


@dataclass(frozen=True)
class _PeerKind:
    """A kind of peer: its script and arguments, and the modules and variables that it needs.

    Attributes:
        disk: its variables for a cache on disk; ``{}`` in a value is the folder.
    """

    title: str
    script: str
    modules: tuple[str, ...]
    arguments: tuple[str, ...] = ()
    variables: Mapping[str, str] = field(default_factory=dict)
    disk: Mapping[str, str] = field(default_factory=dict)


_TORCH_KINDS = {
    "pytorch-eager": _PeerKind(
        "PyTorch, eager",
        "pytorch_generate.py",
        ("torch", "transformers"),
        arguments=("eager",),
        variables={"USE_TF": "0", "USE_TORCH": "1"},
    ),
    "pytorch-compiled": _PeerKind(
        "PyTorch, compiled",
        "pytorch_generate.py",
        ("torch", "transformers"),
        arguments=("compiled",),
        variables={"USE_TF": "0", "USE_TORCH": "1"},
        disk={"TORCHINDUCTOR_CACHE_DIR": "{}/inductor"},
    ),
}
_KERAS_KINDS = {
    "kerashub-jax": _PeerKind(
        "KerasHub on JAX",
        "kerashub_generate.py",
        ("keras_hub", "jax", "safetensors"),
        variables={"KERAS_BACKEND": "jax"},
        disk={
            "JAX_COMPILATION_CACHE_DIR": "{}/jax",
            "JAX_PERSISTENT_CACHE_MIN_COMPILE_TIME_SECS": "0",
            "JAX_PERSISTENT_CACHE_MIN_ENTRY_SIZE_BYTES": "-1",
        },
    ),
    "kerashub-tensorflow": _PeerKind(
        "KerasHub on TensorFlow",
        "kerashub_generate.py",
        ("keras_hub", "tensorflow", "safetensors"),
        variables={"KERAS_BACKEND": "tensorflow"},
    ),
}

#: Names of all sides, in the order of the table.
SIDES = ("fast", "documented", *_TORCH_KINDS, *_KERAS_KINDS)

#: What to do if no interpreter was named, and this one lacks the libraries.
_NO_TORCH = messages.NAME_TORCH()
_NO_KERAS = messages.NAME_KERAS()

#: Code that prints which modules a Python has, and its search path.
_LOOK = (
    "import importlib.util, json, sys; "
    "print(json.dumps([[m for m in sys.argv[1:] if importlib.util.find_spec(m)], sys.path]))"
)


def entries(
    model: ModelInfo, prompt: list[int], peer_python: str | None, torch_python: str | None
) -> list[Entry]:
    """Return every side in the order of ``SIDES``; an absent side has the reason.

    Args:
        prompt: token ids that the peers continue.
        peer_python: the interpreter that has KerasHub; ``None``: none has.
        torch_python: the interpreter that has PyTorch; ``None``: this one, if it has.
    """
    made = [
        Entry("fast", partial(_ours, model), has_disk=True, is_peer=False),
        Entry("documented", lambda folder: Guide(model), is_peer=False),
    ]
    for kinds, python, hint in (
        (_TORCH_KINDS, torch_python or sys.executable, None if torch_python else _NO_TORCH),
        (_KERAS_KINDS, peer_python, None if peer_python else _NO_KERAS),
    ):
        made += [_entry(side, kind, model, prompt, python, hint) for side, kind in kinds.items()]
    return made


def torch_entry(side: str, model: ModelInfo, python: str | None) -> Entry:
    """Return the entry of PyTorch that makes the calls of the steps, whatever they ask for.

    Args:
        side: ``pytorch-eager`` or ``pytorch-compiled``.
        python: the interpreter that has PyTorch; ``None``: this one, if it has.
    """
    hint = None if python else _NO_TORCH
    return _entry(side, _TORCH_KINDS[side], model, None, python or sys.executable, hint)


@contextmanager
def _ours(model: ModelInfo, folder: Path) -> Iterator[Ours]:
    with home_at(folder), Ours(model) as ours:
        yield ours


def _entry(
    side: str,
    kind: _PeerKind,
    model: ModelInfo,
    prompt: list[int] | None,
    python: str | None,
    hint: Message | None,
) -> Entry:
    """Return the entry of a peer; ``hint`` is the advice if no interpreter was named."""
    fault, search_path = _look_into(python, kind.modules) if python else (hint, [])

    def start(folder: Path) -> Peer:
        assert python is not None
        command = [python, str(_SCRIPTS / kind.script), model.path, *kind.arguments]
        return Peer(kind.title, command, _environment(kind, folder, search_path), prompt)

    skipped = messages.SIDE_LEFT_OUT(side=kind.title, why=hint or fault) if fault else None
    return Entry(side, start, has_disk=bool(kind.disk), skipped=skipped)


def _look_into(python: str, modules: tuple[str, ...]) -> tuple[Message | None, list[str]]:
    """Return what an interpreter lacks, ``None`` if nothing, and its search path."""
    try:
        done = subprocess.run(
            [python, "-c", _LOOK, *modules], capture_output=True, text=True, check=True
        )
        has, search_path = json.loads(done.stdout)
    except (OSError, subprocess.CalledProcessError, ValueError):
        return messages.NOT_A_PYTHON(python=python), []
    missing = [module for module in modules if module not in has]
    lacks = messages.PYTHON_LACKS(python=python, modules=both(missing)) if missing else None
    return lacks, search_path


def _environment(kind: _PeerKind, folder: Path, search_path: Sequence[str]) -> dict[str, str]:
    """Return the user's variables, with those of the peer and the folder for its caches."""
    made = {**os.environ, **_VARIABLES, **kind.variables, "KERAS_HOME": str(folder / "keras")}
    made |= {name: value.format(folder) for name, value in kind.disk.items()}
    if folders := cuda_folders(search_path):
        path = [made.get("LD_LIBRARY_PATH", ""), *folders]
        made["LD_LIBRARY_PATH"] = os.pathsep.join(filter(None, path))
    return made
