"""Commands that make a call: each takes the options of a call beside its own."""

from __future__ import annotations

import inspect
import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import typer

from ...core.call.request import Request
from ...core.errors import RequestError
from ...core.messages import commands as messages
from .generation_options import WithSeedPairs

#: Returns the request that values of options mean; its parameters are those options.
RequestOf = Callable[..., Request]


@dataclass(frozen=True)
class AskedCall:
    """The options of a call as they were given.

    Attributes:
        values: of all options, by the names of ``request_of``'s parameters.
    """

    request_of: RequestOf
    values: Mapping[str, Any]

    def request(self) -> Request:
        """Return the request that the options mean.

        Raises:
            RequestError, CheckpointError: they mean none.
        """
        return self.request_of(**self.values)

    def with_options(self, text: str) -> AskedCall:
        """Return the call with the options of a command line in the place of its own.

        Raises:
            RequestError: a quote is not closed.
        """
        try:
            words = shlex.split(text)
        except ValueError:
            raise RequestError("against", messages.QUOTE_NOT_CLOSED(given=repr(text))) from None
        return AskedCall(self.request_of, {**self.values, **_given(self.request_of, words)})


def takes_a_call(request_of: RequestOf) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return a decorator for commands that make a call.

    The command takes the options that ``request_of`` has as parameters, then its own. Its first
    parameter is an ``AskedCall``.
    """

    def with_options(command: Callable[..., None]) -> Callable[..., None]:
        of_call, own = _parameters(request_of), _parameters(command)[1:]
        names = [parameter.name for parameter in of_call]

        def run(**values: Any) -> None:
            asked = AskedCall(request_of, {name: values.pop(name) for name in names})
            command(asked, **values)

        _describe(run, command, [*of_call, *own])
        return run

    return with_options


def _given(request_of: RequestOf, words: list[str]) -> dict[str, Any]:
    """Return the values of the options that ``words`` name."""

    def values_of(**values: Any) -> dict[str, Any]:
        return values

    _describe(values_of, request_of, _parameters(request_of))
    parser = typer.Typer(add_completion=False)
    parser.command(cls=WithSeedPairs)(values_of)
    command: Any = typer.main.get_command(parser)
    context = command.make_context("--against", words)
    values = command.invoke(context)
    sources = {name: context.get_parameter_source(name) for name in values}
    return {n: values[n] for n, s in sources.items() if s is not None and s.name == "COMMANDLINE"}


def _parameters(function: Callable[..., Any]) -> list[inspect.Parameter]:
    return list(inspect.signature(function, eval_str=True).parameters.values())


def _describe(
    function: Callable[..., Any], like: Callable[..., Any], parameters: list[inspect.Parameter]
) -> None:
    """Give a function of any keywords a name, a docstring and parameters that typer reads."""
    function.__name__, function.__doc__ = like.__name__, like.__doc__
    function.__annotations__ = {p.name: p.annotation for p in parameters}
    described: Any = function
    described.__signature__ = inspect.Signature(parameters)
