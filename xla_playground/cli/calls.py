"""The commands ``generate`` and ``demo``: make calls and show the time of their phases."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import psutil
import typer

from ..core.call.padding import Padding, PaddingMode, PaddingSide
from ..core.call.probabilities import scores_as_dict
from ..core.call.record import Record
from ..core.call.request import MAX_BLOCK_TOKENS, Arm, Precision, Recipe, Request
from ..core.checkpoint.catalog import DEFAULT_MODEL
from ..core.comparison.parity import Outcome, ParityVerdict, check_parity
from ..core.engine.engine import Engine
from ..core.errors import CheckpointError, EngineFailure, RequestError
from ..core.history.export import record_as_dict
from ..core.messages import commands as messages
from ..core.messages.pages import pasted as pasted_messages
from ..core.model.info import short_model_name
from ..core.model.sample_prompts import GUIDE_PROMPTS
from ..core.options.generate_words import CHOOSE_STRATEGY, read_words
from ..core.options.options import parse_options
from ..core.options.table import SPEC_OF, Strategy
from ..core.units import format_bytes, format_duration
from ..library.inspection import inspect_model
from ..library.prompt_lengths import tokens_before
from .history.keeping import KeptCalls, kept_calls
from .options.asked_call import AskedCall, takes_a_call
from .options.flags import (
    MODEL_HELP,
    AnywayFlag,
    InProcessFlag,
    JsonFlag,
    PathOption,
    with_default,
)
from .options.from_python import pasted_call
from .options.generation_options import takes_options
from .options.padding_flags import padding_of_flags
from .shared import started_engine
from .streaming import TextPrinter, print_json, stream
from .tables.calls_table import print_calls
from .tables.probabilities_table import print_probabilities

#: The options and the padding of the 🤗 guide's own timing example; with GPT-2's default length of
#: 20 its 8 padded prompt tokens leave 12 new ones.
GUIDE_OPTIONS = {"strategy": "beam", "num_beams": 2, "max_new_tokens": 12}
#: New tokens of a block of ``--stream``.
BLOCK_TOKENS = 8
GUIDE_PADDING = {"mode": "multiple", "multiple_of": 8}


@takes_options
def request_of(
    *,
    model: Annotated[
        str | None,
        typer.Option("--model", "-m", help=with_default(MODEL_HELP, DEFAULT_MODEL)),
    ] = None,
    prompt: Annotated[
        list[str] | None,
        typer.Option("--prompt", "-p", help="A prompt; give it again for a batch."),
    ] = None,
    audio: Annotated[
        Path | None,
        PathOption("--audio", help="An audio file, for a speech model: WAV, FLAC, OGG or MP3."),
    ] = None,
    language: Annotated[
        str,
        typer.Option(
            "--language",
            help="What a recording is in: en, english … ('auto': find it). By default what the "
            "model's folder names, else it is found.",
        ),
    ] = "",
    task: Annotated[
        str, typer.Option("--task", help="Of speech: transcribe, or translate into English.")
    ] = "",
    chat: Annotated[
        bool, typer.Option("--chat", help="Put each prompt into the model's chat template.")
    ] = False,
    do_sample: Annotated[
        bool, typer.Option("--do-sample", help="Draw tokens at random instead of the likeliest.")
    ] = False,
    options: dict[str, Any],
    max_length: Annotated[
        int | None,
        typer.Option(
            "--max-length",
            help="generate's own: at most so many tokens, those of the padded prompt included.",
        ),
    ] = None,
    padding: Annotated[
        PaddingMode | None, typer.Option("--padding", help="What the prompts are padded to.")
    ] = None,
    pad_to_multiple_of: Annotated[
        int | None, typer.Option("--pad-to-multiple-of", help="Pad to a multiple of this.")
    ] = None,
    padding_length: Annotated[
        int | None, typer.Option("--padding-length", help="Pad to this fixed length.")
    ] = None,
    padding_side: Annotated[
        PaddingSide | None,
        typer.Option("--padding-side", help=with_default("Where the padding goes.", "auto")),
    ] = None,
    capacity: Annotated[
        int | None,
        typer.Option(
            "--capacity",
            help=with_default(
                "Fast recipe: room for a prompt and its new tokens; one specialization serves "
                "every length up to it.",
                Padding().capacity,
            ),
        ),
    ] = None,
    new_token_bucket: Annotated[int | None, typer.Option("--new-token-bucket", hidden=True)] = None,
    model_settings: Annotated[
        bool,
        typer.Option(
            "--model-settings",
            help="Begin with the options that the model's publisher chose (`models show`).",
        ),
    ] = False,
    arm: Annotated[
        Arm | None, typer.Option("--arm", help=with_default("How the call executes.", Arm.XLA))
    ] = None,
    recipe: Annotated[
        Recipe | None,
        typer.Option(
            "--recipe",
            help=with_default("How specializations are built.", "documented, or fast for a stream"),
        ),
    ] = None,
    precision: Annotated[
        Precision | None,
        typer.Option(
            "--precision",
            help=with_default("What the model is kept and computed in.", Precision.FLOAT32),
        ),
    ] = None,
    is_streamed: Annotated[
        bool,
        typer.Option("--stream", help=f"Print the text as it grows, {BLOCK_TOKENS} tokens a time."),
    ] = False,
    block: Annotated[
        int | None,
        typer.Option(
            "--block", help=f"The same, this many tokens a time: 1 to {MAX_BLOCK_TOKENS}."
        ),
    ] = None,
    from_python: Annotated[
        Path | None,
        PathOption(
            "--from-python",
            help="Begin with the call in this file (- is stdin): a script with model.generate(…), "
            "keyword arguments, or a generation_config.json. Nothing of it is executed.",
        ),
    ] = None,
) -> Request:
    """Return the request that the options of a call mean."""
    pasted = pasted_call(from_python)
    model = model or pasted.model or DEFAULT_MODEL
    is_chosen = do_sample or any(name in options for name in CHOOSE_STRATEGY)
    words = read_words({**options, "do_sample": do_sample, "max_length": max_length})
    options = words.rest | words.options
    strategy = options.pop("strategy")
    own: dict[str, Any] = dict(pasted.options)
    if model_settings:
        own = dict(inspect_model(model).settings)
        if not own:
            typer.echo(f"Note: {short_model_name(model)} has no settings of its own.", err=True)
    own_strategy = own.pop("strategy", strategy)
    if not is_chosen:
        strategy = Strategy(str(own_strategy))
    _note_unread(strategy, options)
    if new_token_bucket is not None:
        typer.echo(
            "--new-token-bucket is not read any more: the fast recipe takes every number of new "
            "tokens up to its --capacity.",
            err=True,
        )
    if is_streamed and block is None:
        block = BLOCK_TOKENS
    if block is not None and recipe is None:
        recipe = Recipe.FAST
        typer.echo(
            "Note: a stream runs by the fast recipe: the other has no text before.", err=True
        )
    heard = str(audio.absolute()) if audio else "" if prompt else pasted.audio or ""
    is_fast = (recipe or pasted.recipe) is Recipe.FAST
    prompts = tuple(prompt or (() if heard else pasted.prompts or ()))
    policy = pasted.padding | padding_of_flags(
        padding, pad_to_multiple_of, padding_length, padding_side, capacity, pasted.padding
    )
    lengths = words.lengths
    if not lengths.is_named and "max_new_tokens" not in options:
        lengths = pasted.lengths
    is_chat = chat or bool(pasted.chat and not prompt)
    if lengths.is_named:
        if is_chat:
            raise RequestError("max_length", pasted_messages.LENGTH_OF_CHAT())
        checked = Padding.parse(policy)
        info = inspect_model(model)
        options |= lengths.new_tokens(tokens_before(info, prompts, checked, is_fast=is_fast))
    return Request.parse(
        {
            "model": model,
            "prompts": prompts,
            "audio": heard,
            "language": language,
            "task": task,
            "chat": is_chat,
            "options": parse_options({**own, **options, "strategy": strategy}),
            "padding": policy,
            "arm": arm or pasted.arm or Arm.XLA,
            "recipe": recipe or pasted.recipe or Recipe.DOCUMENTED,
            "precision": precision or pasted.precision or Precision.FLOAT32,
            "block_tokens": block,
        }
    )


@takes_a_call(request_of)
def generate(
    asked: AskedCall,
    *,
    anyway: AnywayFlag = False,
    repeat: Annotated[
        int, typer.Option("--repeat", help="How many calls.", min=1, max=100_000)
    ] = 1,
    probabilities: Annotated[
        bool,
        typer.Option("--probabilities", help="Show how likely each token was."),
    ] = False,
    checks_parity: Annotated[
        bool,
        typer.Option(
            "--check-parity",
            help="Make the last call in the eager arm, too, and compare the first tokens; exits "
            "with 4 if they differ by more than a near tie.",
        ),
    ] = False,
    no_history: Annotated[
        bool, typer.Option("--no-history", help="Leave the calls out of the history.")
    ] = False,
    as_json: JsonFlag = False,
    in_process: InProcessFlag = False,
) -> None:
    """Generate text, N times, and account for every millisecond."""
    request = asked.request()
    check_model(request.model, anyway=anyway)
    with (
        kept_calls(not no_history) as kept,
        started_engine(in_process, has_quiet_run=request.block_tokens is not None) as engine,
    ):
        records = _repeat(engine, request, repeat, kept, as_json=as_json)
        verdict: ParityVerdict | None = None
        if as_json:
            for number, record in enumerate(records, start=1):
                line = record_as_dict(record)
                if probabilities:
                    line["probabilities"] = scores_as_dict(engine.probabilities(record))
                if checks_parity and number == repeat:
                    verdict = check_parity(engine, record)
                    line["parity"] = verdict.model_dump(mode="json")
                print(json.dumps(line), flush=True)
        else:
            made = print_calls(records)
            if probabilities:
                print_probabilities(engine.probabilities(made[-1]))
            if checks_parity:
                verdict = check_parity(engine, made[-1])
    if verdict is not None:
        _say(verdict)


def _say(verdict: ParityVerdict) -> None:
    """Print the sentence of a verdict on stderr.

    Raises:
        EngineFailure: the tokens differ by more than a near tie.
    """
    if verdict.outcome is Outcome.DIFFERS:
        raise EngineFailure(verdict.message)
    typer.echo(verdict.message.text, err=True)


def demo(as_json: JsonFlag = False, in_process: InProcessFlag = False) -> None:
    """Run the 🤗 guide's experiment: three padded prompts, the first call against steady state."""
    with started_engine(in_process) as engine:
        engine.load(DEFAULT_MODEL)
        records = []
        for text in GUIDE_PROMPTS:
            request = Request.parse(
                {
                    "model": DEFAULT_MODEL,
                    "prompts": (text,),
                    "options": parse_options(dict(GUIDE_OPTIONS)),
                    "padding": GUIDE_PADDING,
                }
            )
            records.append(engine.generate(request))
            if as_json:
                print(json.dumps(record_as_dict(records[-1])), flush=True)
    if as_json:
        return
    print_calls(records)
    first, steady = records[0].total_ns, records[-1].total_ns
    typer.echo(
        f"The first call traced and compiled for this shape and these options: "
        f"{format_duration(first)}. The others, padded to the same length, only ran: "
        f"{format_duration(steady)}, {first / steady:,.0f} times less."
    )


def check_model(model: str, *, anyway: bool) -> None:
    """Refuse a model for which memory may run out, unless ``anyway``.

    Raises:
        CheckpointError: it is missing, damaged, unsupported or too large.
    """
    info = inspect_model(model)
    free = psutil.virtual_memory().available
    if info.memory_bytes > free and not anyway:
        needed, free_bytes = format_bytes(info.memory_bytes), format_bytes(free)
        name = short_model_name(info.name)
        problem = messages.MODEL_NEEDS_MEMORY(model=name, needed=needed, free=free_bytes)
        raise CheckpointError(problem)


def _repeat(
    engine: Engine, request: Request, times: int, kept: KeptCalls, *, as_json: bool
) -> Iterator[Record]:
    """Yield the records of as many calls, each with what it was expected to cost."""
    for _ in range(times):
        expected = kept.expected_cost(engine, request)
        for record in _call(engine, request, as_json=as_json):
            yield kept.add(record.model_copy(update={"forecast": expected}))


def _call(engine: Engine, request: Request, *, as_json: bool) -> Iterator[Record]:
    if request.block_tokens is None:
        yield engine.generate(request)
    elif as_json:
        yield from stream(engine, request, print_json)
    else:
        printer = TextPrinter()
        for record in stream(engine, request, printer):
            printer.end()
            yield record


def _note_unread(strategy: Strategy, given: dict[str, Any]) -> None:
    """Print a note for each given option that the strategy does not read.

    Raises:
        RequestError: several sequences were requested of a strategy that returns only one.
    """
    if given.get("num_return_sequences", 1) > 1 and strategy in (
        Strategy.GREEDY,
        Strategy.CONTRASTIVE,
    ):
        problem = messages.ONE_SEQUENCE(strategy=str(strategy))
        raise RequestError("num_return_sequences", problem)
    unread = [
        name for name in given if name in SPEC_OF and strategy not in SPEC_OF[name].strategies
    ]
    for name in unread:
        if name != "num_return_sequences":
            typer.echo(f"Note: {name} is not read by the strategy {strategy}.", err=True)
