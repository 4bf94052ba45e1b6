"""A worker process without TensorFlow: the real server around an engine that prompts command.

Run as ``python scripted_worker.py [MODE]``; the first word of a prompt says what a call does.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from xla_playground.core.call.partial_text import PartialText, TextListener
from xla_playground.core.call.plan import Plan
from xla_playground.core.call.probabilities import ScoredSequence
from xla_playground.core.call.record import Cache, ProgramUse, Record, Sequence, Status
from xla_playground.core.call.request import Request
from xla_playground.core.call.specialization import SpecializationKey, key_for
from xla_playground.core.engine.call_end import CallEnd
from xla_playground.core.engine.engine import EngineInfo, EngineStatus, Phase, StatusListener
from xla_playground.core.engine.specialization_info import SpecializationInfo
from xla_playground.core.errors import (
    CallCancelled,
    CheckpointError,
    EnvironmentFault,
    RequestError,
)
from xla_playground.core.inside.costs import Costs
from xla_playground.core.inside.counts import counts_of
from xla_playground.core.inside.hlo import parse_hlo
from xla_playground.core.inside.inspection import Inspection
from xla_playground.core.inside.profiling.profile import Profile
from xla_playground.core.messages.message import untyped
from xla_playground.worker.server import serve

if TYPE_CHECKING:
    from xla_playground.core.engine.engine import Engine


class ScriptedEngine:
    """Answers at once, or does what the prompt says."""

    def __init__(self, mode: str) -> None:
        self._mode = mode
        self._calls = 0
        self._held_bytes = 0
        self._is_cancelled = threading.Event()
        self._listener: StatusListener = lambda status: None

    def start(self, on_status: StatusListener) -> EngineInfo:
        self._listener = on_status
        if self._mode == "die-at-start":
            sys.stderr.write("cannot import what is needed\n")
            sys.stderr.flush()
            os._exit(7)
        if self._mode == "picky" and "--misspelt" in (flags := _flags()):
            sys.stderr.write(f"F1126 12:00:00 flags.cc] Unknown flag: {flags}\n")
            sys.stderr.flush()
            os._exit(1)
        if self._mode == "raise-at-start":
            raise ZeroDivisionError("a bug at the start")
        if self._mode == "refuse-at-start":
            raise EnvironmentFault(untyped("There is no TensorFlow here."))
        if self._mode == "slow-start":
            time.sleep(60)
        if self._mode == "flood-at-start":
            os.write(2, b"flood " * 500_000)
        if self._mode == "garbage-at-start":
            os.write(_messages_descriptor(), b'{"kind": "record"}\nnot JSON\n\xff\xfe\n[]\n')
        return EngineInfo(
            pid=os.getpid(), python="3", tensorflow="0", transformers="0", devices=("CPU",)
        )

    def load(self, model: str) -> Any:
        raise CheckpointError(untyped(f"There is no {model} here."))

    def plan(self, request: Request) -> Plan:
        if request.prompts[0] == "refuse":
            raise RequestError("prompts", untyped("Not this one."))
        return Plan(
            request_id=request.id,
            key=key_for(request, 8),
            prompt_tokens=(1,),
            padded_length=8,
            cache=Cache.MISS,
        )

    def call(self, request: Request, on_text: TextListener | None = None) -> CallEnd:
        record = self._generate(request, on_text)
        return CallEnd(
            record=record, specializations=self.specializations(), plan=self.plan(request)
        )

    def _generate(self, request: Request, on_text: TextListener | None) -> Record:
        self._calls += 1
        self._is_cancelled.clear()
        cache = Cache.MEMORY
        programs: tuple[ProgramUse, ...] = ()
        match request.prompts[0].split():
            case ["sleep", seconds]:
                self._listener(EngineStatus(phase=Phase.COMPILING, detail="asleep"))
                time.sleep(float(seconds))
            case ["burn", seconds]:  # like tracing: Python code that holds the interpreter
                self._listener(EngineStatus(phase=Phase.TRACING, detail="burning"))
                end = time.monotonic() + float(seconds)
                while time.monotonic() < end:
                    sum(range(1000))
            case ["stream", ending]:
                return self._stream(request, on_text, ending)
            case ["die", name]:
                sys.stderr.write("last words\n")
                sys.stderr.flush()
                os.kill(os.getpid(), getattr(signal, name))
                time.sleep(10)
            case ["half"]:
                os.write(_messages_descriptor(), b'{"version": 1, "kind": "rec')
                os._exit(3)
            case ["flood"]:
                os.write(2, b"y" * 3_000_000)
            case ["print"]:
                sys.stdout.write("a library prints to stdout\n")
                sys.stdout.flush()
                os.write(1, b"and so does C code\n")
            case ["raise"]:
                raise ZeroDivisionError("a bug")
            case ["hold", size]:
                self._held_bytes = int(size)
                cache = Cache.MISS
            case ["hold-behind", size]:  # as after a build behind the call before
                self._held_bytes = int(size)
                built = ProgramUse(name="chunk", cache=Cache.MISS, in_background=True)
                programs = (built, ProgramUse(name="decode", cache=Cache.MEMORY))
        return Record(
            call=self._calls,
            request=request,
            cache=cache,
            memory_bytes=self._held_bytes + 1000,
            programs=programs,
        )

    def _stream(self, request: Request, on_text: TextListener | None, ending: str) -> Record:
        """Hand out one word, then wait for a cancel, sleep or die."""
        self._listener(EngineStatus(phase=Phase.RUNNING, detail="streaming"))
        sequence = Sequence(prompt_index=0, text="a word", tokens=())
        assert on_text is not None
        on_text(PartialText(request_id=request.id, block=1, sequences=(sequence,), new_tokens=1))
        if ending == "deaf":
            time.sleep(60)
        if ending == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        assert self._is_cancelled.wait(30)
        self._listener(EngineStatus(phase=Phase.READY))
        return Record(
            call=self._calls,
            request=request,
            status=Status.CANCELLED,
            sequences=(sequence.if_cancelled,),
        )

    def specializations(self) -> tuple[SpecializationInfo, ...]:
        key = key_for(Request(model="m", prompts=("a",)), 8)
        held = SpecializationInfo(key=key, where=Cache.MEMORY, memory_bytes=self._held_bytes)
        return (held,)

    def probabilities(self, record: Record) -> tuple[ScoredSequence, ...]:
        return (ScoredSequence(prompt_index=record.call, tokens=()),)

    def inspect(self, key: SpecializationKey) -> Inspection:
        if key.model == "quiet":  # as while XLA compiles and the interpreter is held
            os.system(f"kill -STOP {os.getpid()}; sleep 2.5; kill -CONT {os.getpid()}")
        if key.model == "evicted":
            raise RequestError("key", untyped("It is not in memory."))
        return Inspection(
            key=(("pid", os.getpid()),),
            label=key.label(),
            device="CPU",
            counts=counts_of(parse_hlo("ENTRY %a () -> s32[] {\n  ROOT %b = s32[] constant(1)\n}")),
            run=Costs(),
            optimized="x" * 3_000_000,
        )

    def profile(self, request: Request) -> Profile:
        self._is_cancelled.clear()
        if request.prompts[0] == "deaf":  # as while one block runs
            time.sleep(60)
        if request.prompts[0] == "cancelled":
            assert self._is_cancelled.wait(30)
            raise CallCancelled(untyped("Cancelled."))
        return Profile(
            key=(("pid", os.getpid()),),
            label=request.model,
            device="CPU",
            plane="/host:CPU",
            run_ns=5_000_000_000,
            covered_ns=4_000_000_000,
            new_tokens=3,
            operations=(),
            events=0,
        )

    def cancel(self) -> None:
        self._is_cancelled.set()

    def close(self) -> None: ...


def _flags() -> str:
    """Return the flags that are misspelt, as TensorFlow prints them."""
    set_flags = " ".join(os.environ.get(name, "") for name in ("XLA_FLAGS", "TF_XLA_FLAGS"))
    return " ".join(flag for flag in set_flags.split() if flag.startswith("--misspelt"))


def _messages_descriptor() -> int:
    """The pipe that the server took stdout's place with: the newest copy of it."""
    return max(int(link.name) for link in Path("/proc/self/fd").iterdir() if _is_pipe(link))


def _is_pipe(link: Path) -> bool:
    try:
        return str(link.readlink()).startswith("pipe:")
    except OSError:
        return False


if __name__ == "__main__":
    serve(cast("Engine", ScriptedEngine(sys.argv[1] if len(sys.argv) > 1 else "")))
