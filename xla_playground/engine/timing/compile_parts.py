"""Read the parts of compilations from the log lines of TensorFlow and XLA.

The lines carry the time in µs and the number of the thread that compiles, for example:

    I0000 00:00:1795797945.313775    8099 xla_compiler.cc:820] XlaCompiler::CompileFunction ...
    I0000 00:00:1795797945.325844    8099 service.cc:593] BuildExecutable on service ...
    I0000 00:00:1795797945.330781    8099 cpu_compiler.cc:2060] Compiling: ...
    I0000 00:00:1795797945.427759    8099 cpu_compiler.cc:2109] Compilation finished
    I0000 00:00:1795797945.428169    8099 device_compilation_profiler.cc:113] Compiled ...

Up to the second line TensorFlow converts its graph to HLO, up to the third XLA's passes run, up to
the fourth XLA generates code.
"""

from __future__ import annotations

import re

from ...core.call.breakdown import Part, PhasePart

_LINE = re.compile(rb"I\d{4} \d\d:\d\d:(\d+)\.(\d{6})\s+(\d+) (\w+)\.(?:cc|h):\d+\] (.*)")
_BEGIN, _HLO, _CODE, _END = range(4)
#: The lines at which a part ends, by the file that prints them and their beginning.
_MARKS = (
    (b"xla_compiler", b"XlaCompiler::CompileFunction ", _BEGIN),
    (b"service", b"BuildExecutable on service ", _HLO),
    (b"cpu_compiler", b"Compiling: ", _CODE),
    (b"cpu_compiler", b"Compilation finished", _END),
)
_COMPILED = (b"device_compilation_profiler", b"Compiled ")
_LOADING = (b"device_executable_persistor", b"Loading cached entry for")


class CompileParts:
    """Collects the parts of compilations, line by line."""

    def __init__(self) -> None:
        #: Moments of the running compilations in µs, by thread and kind of line.
        self._running: dict[bytes, dict[int, int]] = {}
        self._ended: dict[str, dict[int, int]] = {}

    def take(self, line: bytes) -> None:
        """Read one line; most say nothing."""
        found = _LINE.match(line)
        if found is None:
            return
        seconds, micros, thread, file, text = found.groups()
        now = int(seconds) * 1_000_000 + int(micros)
        for name, beginning, mark in _MARKS:
            if file == name and text.startswith(beginning):
                moments = self._running.setdefault(thread, {})
                # functions within the function and modules of a split one print their own lines
                moments[mark] = now if mark == _END else moments.get(mark, now)
                return
        if file == _LOADING[0] and text.startswith(_LOADING[1]):
            self._running.setdefault(thread, {}).setdefault(_HLO, now)
        elif file == _COMPILED[0] and text.startswith(_COMPILED[1]):
            function = text.split(b" ", 2)[1].decode(errors="replace")
            self._ended[function] = self._running.pop(thread, {}) | {_END + 1: now}

    def compile_parts(self, function: str) -> tuple[PhasePart, ...]:
        """Return the parts of the compilation of a function; none if they were not reported."""
        at = self._ended.get(function, {})
        if _BEGIN not in at or _HLO not in at:
            return ()
        bounds = [(Part.CONVERSION, _BEGIN, _HLO)]
        if _CODE in at and _END in at:
            bounds += [(Part.PASSES, _HLO, _CODE), (Part.CODE, _CODE, _END)]
        else:  # a GPU's compiler prints other lines
            bounds += [(Part.XLA, _HLO, _END + 1)]
        return tuple(_part("compile", part, at[one], at[two]) for part, one, two in bounds)

    def load_parts(self, function: str) -> tuple[PhasePart, ...]:
        """Return the parts of loading a function's executable; none if they were not reported."""
        at = self._ended.get(function, {})
        if _BEGIN not in at or _HLO not in at:
            return ()
        return (
            _part("load", Part.CONVERSION, at[_BEGIN], at[_HLO]),
            _part("load", Part.EXECUTABLE, at[_HLO], at[_END + 1]),
        )


def _part(phase: str, part: Part, begin_us: int, end_us: int) -> PhasePart:
    return PhasePart(phase=phase, part=part, ns=max(end_us - begin_us, 0) * 1000)
