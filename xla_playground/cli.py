"""The command line: the same engine through the same worker, without a window."""

from __future__ import annotations

import errno
import io
import json
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from . import __version__
from .core.checkpoint import check_checkpoint
from .core.engine import Engine, EngineStatus, Phase
from .core.errors import CheckpointError, EnvironmentFault, PlaygroundError, RequestError
from .core.export import record_as_dict
from .core.model_info import ModelInfo
from .core.models import DEFAULT_MODEL, bundled_names, check_model
from .core.options import SPEC_OF, Strategy, parse_options
from .core.padding import PaddingMode, PaddingSide
from .core.paths import history_path, resource_dir, settings_path
from .core.record import Record
from .core.request import Arm, Recipe, Request
from .core.units import format_bytes, format_duration

#: The prompts, padding and options of the 🤗 guide's own timing example; with GPT-2's default
#: length of 20 its 8 padded prompt tokens leave 12 new ones.
GUIDE_PROMPTS = ("TensorFlow is", "TensorFlow is a", "TFLite is a")
GUIDE_OPTIONS = {"strategy": "beam", "num_beams": 2, "max_new_tokens": 12}
GUIDE_PADDING = {"mode": "multiple", "multiple_of": 8}

app = typer.Typer(
    name="xla-playground",
    help="Explore XLA-compiled text generation: turn a knob and see what it costs.",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
models_app = typer.Typer(help="List, show and check models.", no_args_is_help=True)
app.add_typer(models_app, name="models")
bench_app = typer.Typer(help="Measurements that you can repeat.", no_args_is_help=True)
app.add_typer(bench_app, name="bench")

ModelOption = Annotated[
    str, typer.Option("--model", "-m", help="A bundled name or a model folder.")
]
JsonFlag = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
InProcessFlag = Annotated[
    bool, typer.Option("--in-process", help="Run TensorFlow in this process (debugging).")
]


def main() -> None:
    """Run the command line; a ``PlaygroundError`` is one sentence on stderr and an exit code."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # texts of a model have every character
    try:
        code = app(standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()  # here a full disk can still be told
        sys.exit(code)
    except PlaygroundError as error:
        typer.echo(error.sentence, err=True)
        sys.exit(error.exit_code)
    except typer.TyperException as error:  # an unknown command or option, or a value of no use
        typer.echo(error.format_message(), err=True)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        typer.echo("Interrupted.", err=True)
        sys.exit(130)
    except BrokenPipeError:  # the reader of our output has seen enough
        _drop_output()
        sys.exit(0)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        _drop_output()
        typer.echo(f"The output cannot be written ({error.strerror}).", err=True)
        sys.exit(EnvironmentFault.exit_code)


def _drop_output() -> None:
    """Let what is still buffered go nowhere: written at exit, it would fail once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"xla-playground {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def window(
    context: typer.Context,
    *,
    reset: Annotated[
        bool, typer.Option("--reset", help="Set settings and history aside and start clean.")
    ] = False,
    in_process: InProcessFlag = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Log to stderr.")] = False,
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Open the window, where no command is given."""
    if context.invoked_subcommand is not None:
        level = logging.DEBUG if verbose else logging.ERROR
        logging.basicConfig(level=level, format="%(levelname)s %(name)s: %(message)s")
        return
    from .app import run_window  # Qt, only where a window is wanted

    _need_display()
    raise typer.Exit(run_window(in_process=in_process, reset=reset))


# ---------------------------------------------------------------------- calls


def _number_option(name: str) -> Any:
    return typer.Option(f"--{name.replace('_', '-')}", help=SPEC_OF[name].summary)


def _refused_option(name: str) -> Any:
    return typer.Option(f"--{name.replace('_', '-')}", hidden=True)


@app.command()
def generate(
    *,
    model: ModelOption = DEFAULT_MODEL,
    prompt: Annotated[
        list[str] | None,
        typer.Option("--prompt", "-p", help="A prompt; give it again for a batch."),
    ] = None,
    do_sample: Annotated[
        bool, typer.Option("--do-sample", help="Draw tokens at random instead of the likeliest.")
    ] = False,
    num_beams: Annotated[int | None, _number_option("num_beams")] = None,
    num_return_sequences: Annotated[int | None, _number_option("num_return_sequences")] = None,
    max_new_tokens: Annotated[int | None, _number_option("max_new_tokens")] = None,
    temperature: Annotated[float | None, _number_option("temperature")] = None,
    top_k: Annotated[int | None, _number_option("top_k")] = None,
    top_p: Annotated[float | None, _number_option("top_p")] = None,
    repetition_penalty: Annotated[float | None, _number_option("repetition_penalty")] = None,
    length_penalty: Annotated[float | None, _number_option("length_penalty")] = None,
    penalty_alpha: Annotated[float | None, _number_option("penalty_alpha")] = None,
    seed: Annotated[int | None, _number_option("seed")] = None,
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
        PaddingSide, typer.Option("--padding-side", help="Where the padding goes.")
    ] = PaddingSide.AUTO,
    new_token_bucket: Annotated[
        int | None,
        typer.Option(
            "--new-token-bucket",
            help="Fast recipe: one specialization for every length up to a multiple of this.",
        ),
    ] = None,
    arm: Annotated[Arm, typer.Option("--arm", help="How the call executes.")] = Arm.XLA,
    recipe: Annotated[
        Recipe, typer.Option("--recipe", help="How specializations are built.")
    ] = Recipe.DOCUMENTED,
    repeat: Annotated[
        int, typer.Option("--repeat", help="How many calls.", min=1, max=100_000)
    ] = 1,
    as_json: JsonFlag = False,
    in_process: InProcessFlag = False,
    min_p: Annotated[str | None, _refused_option("min_p")] = None,
    output_scores: Annotated[bool, _refused_option("output_scores")] = False,
    no_repeat_ngram_size: Annotated[str | None, _refused_option("no_repeat_ngram_size")] = None,
    bad_words_ids: Annotated[str | None, _refused_option("bad_words_ids")] = None,
    typical_p: Annotated[str | None, _refused_option("typical_p")] = None,
    num_beam_groups: Annotated[str | None, _refused_option("num_beam_groups")] = None,
) -> None:
    """Generate text, N times, and account for every millisecond."""
    given: dict[str, Any] = {
        name: value
        for name, value in {
            "num_return_sequences": num_return_sequences,
            "max_new_tokens": max_new_tokens,
            "temperature": temperature,
            "top_k": top_k,
            "top_p": top_p,
            "repetition_penalty": repetition_penalty,
            "length_penalty": length_penalty,
            "penalty_alpha": penalty_alpha,
            "seed": seed,
            "min_p": min_p,
            "output_scores": output_scores or None,
            "no_repeat_ngram_size": no_repeat_ngram_size,
            "bad_words_ids": bad_words_ids,
            "typical_p": typical_p,
            "num_beam_groups": num_beam_groups,
        }.items()
        if value is not None
    }
    if num_beams is not None and num_beams != 1:  # one beam is greedy search or sampling
        given["num_beams"] = num_beams
    strategy = Strategy.from_flags(
        do_sample=do_sample, num_beams=num_beams or 1, penalty_alpha=penalty_alpha
    )
    _note_unread(strategy, given)
    options = parse_options({**given, "strategy": strategy})
    request = Request.parse(
        {
            "model": model,
            "prompts": tuple(prompt or ()),
            "options": options,
            "padding": _padding(
                padding, pad_to_multiple_of, padding_length, padding_side, new_token_bucket
            ),
            "arm": arm,
            "recipe": recipe,
        }
    )
    with _engine(in_process) as engine:
        engine.load(request.model)
        records = _repeat(engine, request, repeat)
        if as_json:
            for record in records:
                print(json.dumps(record_as_dict(record)), flush=True)
        else:
            _print_calls(list(records))


@app.command()
def demo(as_json: JsonFlag = False, in_process: InProcessFlag = False) -> None:
    """The 🤗 guide's experiment: three padded prompts, the first call against steady state."""
    with _engine(in_process) as engine:
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
    _print_calls(records)
    first, steady = records[0].total_ns, records[-1].total_ns
    typer.echo(
        f"The first call traced and compiled for this shape and these options: "
        f"{format_duration(first)}. The others, padded to the same length, only ran: "
        f"{format_duration(steady)}, {first / steady:,.0f} times less."
    )


@app.command()
def info(as_json: JsonFlag = False, in_process: InProcessFlag = False) -> None:
    """Versions, devices, flags and paths."""
    with _engine(in_process) as engine:
        told = engine.start(_ignore)
    values: dict[str, Any] = {
        "xla_playground": __version__,
        "python": told.python,
        "tensorflow": told.tensorflow,
        "transformers": told.transformers,
        "devices": list(told.devices),
        "xla_flags": told.xla_flags,
        "settings": str(settings_path()),
        "history": str(history_path()),
        "resources": str(resource_dir()),
    }
    if as_json:
        print(json.dumps(values))
        return
    table = Table(show_header=False)
    for name, value in values.items():
        table.add_row(name, ", ".join(value) if isinstance(value, list) else str(value or "–"))
    Console().print(table, markup=False)


# ---------------------------------------------------------------------- models


@models_app.command("list")
def list_models(as_json: JsonFlag = False) -> None:
    """The bundled models."""
    found = []
    for name in bundled_names():
        try:
            found.append(check_model(name))
        except CheckpointError as error:  # the others can still be listed
            typer.echo(error.sentence, err=True)
    if as_json:
        print(json.dumps([model.model_dump() for model in found]))
        return
    table = Table("Name", "Family", "Parameters", "Size", "Positions", "Licence")
    for model in found:
        table.add_row(*_model_cells(model))
    Console().print(table, markup=False)


@models_app.command("show")
def show_model(model: str, as_json: JsonFlag = False) -> None:
    """What a model is: a bundled name or a folder."""
    _print_model(check_model(model), as_json)


@models_app.command("check")
def check_folder(path: Path, as_json: JsonFlag = False) -> None:
    """Validate a model folder without loading it."""
    _print_model(check_checkpoint(path), as_json)


def _print_model(model: ModelInfo, as_json: bool) -> None:
    if as_json:
        print(model.model_dump_json())
        return
    table = Table(show_header=False)
    for name, value in model.model_dump().items():
        shown = f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else value
        table.add_row(name, "–" if value in (None, "") else str(shown))
    Console().print(table, markup=False)


def _model_cells(model: ModelInfo) -> tuple[str, ...]:
    return (
        model.name,
        model.family_label,
        f"{model.parameters:,}",
        format_bytes(model.size_bytes),
        f"{model.positions:,}" if model.positions else "no limit",
        model.licence or "–",
    )


# ---------------------------------------------------------------------- measurements


@bench_app.command("ui")
def bench_ui(
    history_calls: Annotated[
        int, typer.Option("--history-calls", help="Calls in the large history.", min=1)
    ] = 100_000,
    on_screen: Annotated[
        bool, typer.Option("--on-screen", help="Use the display instead of Qt's offscreen.")
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """The window: until it shows, its worst stall while a worker compiles, until a cancel ends."""
    from .bench.ui_bench import measure_ui

    if on_screen:
        _need_display()
    _print_figures(measure_ui(history_calls=history_calls, on_screen=on_screen), as_json)


@bench_app.command("cold")
def bench_cold(
    model: ModelOption = DEFAULT_MODEL,
    runs: Annotated[int, typer.Option("--runs", help="Fresh processes of each side.", min=1)] = 3,
    as_json: JsonFlag = False,
) -> None:
    """The first call of a fresh process: the guide's code against the fast recipe."""
    from .bench.cold import measure_cold

    _print_figures(measure_cold(model, runs), as_json)


@bench_app.command("session")
def bench_session(
    model: ModelOption = DEFAULT_MODEL,
    script: Annotated[
        Path | None, typer.Option("--script", help="A JSON list of steps; else thirty tweaks.")
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """All the waiting in a session of tweaks: the guide's code against the fast recipe."""
    from .bench.session import default_script, measure_session

    _print_figures(measure_session(model, script or default_script()), as_json)


def _print_figures(figures: dict[str, Any], as_json: bool) -> None:
    if as_json:
        print(json.dumps(figures))
        return
    table = Table("Figure", "Value")
    for name, value in figures.items():
        table.add_row(name, f"{value:,.1f}" if isinstance(value, float) else str(value))
    Console().print(table)


# ---------------------------------------------------------------------- shared steps


@contextmanager
def _engine(in_process: bool) -> Iterator[Engine]:
    """A started engine, closed afterwards; what it is doing shows on stderr of a terminal."""
    engine: Engine
    if in_process:
        from .engine import XlaEngine

        engine = XlaEngine()
    else:
        from .worker.client import EngineClient

        engine = EngineClient()
    console = Console(stderr=True)
    try:
        with console.status("starting TensorFlow …") as spinner:

            def show(status: EngineStatus) -> None:
                if status.phase is not Phase.READY:
                    spinner.update(Text(f"{status.phase} {status.detail} …"))

            engine.start(show)
            yield engine
    finally:
        engine.close()


def _need_display() -> None:
    from .app import has_display

    if not has_display():
        raise EnvironmentFault(
            "There is no display for the window: run `xla-playground demo` in this terminal."
        )


def _ignore(status: EngineStatus) -> None:
    """A listener that does not listen."""


def _repeat(engine: Engine, request: Request, times: int) -> Iterator[Record]:
    for _ in range(times):
        yield engine.generate(request)


def _padding(
    mode: PaddingMode | None,
    multiple_of: int | None,
    length: int | None,
    side: PaddingSide,
    new_token_bucket: int | None,
) -> dict[str, Any]:
    """The padding that the flags mean: each number implies its mode; without any, the longest."""
    if multiple_of is not None and length is not None:
        raise RequestError(
            "padding", "Give either --pad-to-multiple-of or --padding-length, not both."
        )
    for flag, number, meant in (
        ("--pad-to-multiple-of", multiple_of, PaddingMode.MULTIPLE),
        ("--padding-length", length, PaddingMode.FIXED),
    ):
        if number is not None and mode not in (None, meant):
            raise RequestError(
                "padding", f"{flag} means --padding {meant}, not {mode}: give one of the two."
            )
    values: dict[str, Any] = {"side": side, "mode": mode or PaddingMode.LONGEST}
    if multiple_of is not None:
        values |= {"mode": PaddingMode.MULTIPLE, "multiple_of": multiple_of}
    if length is not None:
        values |= {"mode": PaddingMode.FIXED, "length": length}
    if new_token_bucket is not None:
        values["new_token_bucket"] = new_token_bucket
    return values


def _note_unread(strategy: Strategy, given: dict[str, Any]) -> None:
    """Say which given options the strategy does not read.

    Raises:
        RequestError: several sequences were asked for where there can be only one.
    """
    if given.get("num_return_sequences", 1) > 1 and strategy in (
        Strategy.GREEDY,
        Strategy.CONTRASTIVE,
    ):
        raise RequestError(
            "num_return_sequences",
            f"{strategy} search returns one sequence a prompt: add --do-sample or --num-beams.",
        )
    unread = [
        name for name in given if name in SPEC_OF and strategy not in SPEC_OF[name].strategies
    ]
    for name in unread:
        if name != "num_return_sequences":
            typer.echo(f"Note: {name} is not read by the strategy {strategy}.", err=True)


def _print_calls(records: list[Record]) -> None:
    console = Console()
    table = Table("Call", "Cache", "Trace", "Compile", "Load", "Run", "Text")
    for record in records:
        table.add_row(
            str(record.call),
            record.cache.value,
            *(format_duration(value) for value in record.phases_ns().values()),
            "\n".join(sequence.text for sequence in record.sequences),
        )
    console.print(table, markup=False)
    for record in records:
        if record.reason:
            console.print(f"Call {record.call} was new: {record.reason}.", markup=False)
