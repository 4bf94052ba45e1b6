"""``--from-python`` and ``generate``'s own words on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from xla_playground.cli.program import app
from xla_playground.core.call.padding import PaddingMode
from xla_playground.core.call.request import Arm, Precision, Recipe, Request
from xla_playground.core.options.table import Strategy

SCRIPT = """
model = TFAutoModelForCausalLM.from_pretrained("playground-opt")
generate = tf.function(model.generate, jit_compile=True)
tokens = tokenizer(["Once upon"], padding=True, pad_to_multiple_of=8, return_tensors="tf")
ids = generate(**tokens, num_beams=3, max_new_tokens=9, streamer=s)
"""


class _Asked(Exception):
    """Ends a command once its request is known."""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Request]:
    """The requests that commands made."""
    found: list[Request] = []
    parse = Request.parse

    def take(values: dict[str, Any]) -> Request:
        found.append(parse(values))
        raise _Asked

    monkeypatch.setattr(Request, "parse", take)
    return found


def ask(asked: list[Request], *arguments: str, text: str | None = None) -> tuple[Request, str]:
    asked.clear()
    result = CliRunner().invoke(app, ["generate", *arguments], input=text)
    assert isinstance(result.exception, _Asked), (result.output, result.exception)
    return asked[0], result.stderr


def test_a_file_is_the_call_and_what_is_left_out_is_a_note(
    asked: list[Request], tmp_path: Path
) -> None:
    (tmp_path / "call.py").write_text(SCRIPT)
    request, notes = ask(asked, "--from-python", str(tmp_path / "call.py"))
    assert (request.model, request.prompts) == ("playground-opt", ("Once upon",))
    assert (request.arm, request.recipe) == (Arm.XLA, Recipe.DOCUMENTED)
    assert request.options.strategy is Strategy.BEAM
    assert (request.options.num_beams, request.options.max_new_tokens) == (3, 9)
    assert (request.padding.mode, request.padding.multiple_of) == (PaddingMode.MULTIPLE, 8)
    assert "Note: streamer is Python code, which no compiled loop runs." in notes


def test_flags_win_over_the_file(asked: list[Request], tmp_path: Path) -> None:
    (tmp_path / "call.py").write_text(SCRIPT)
    flags = "--model playground-gpt2 --prompt other --arm graph --recipe fast --do-sample"
    flags += " --max-new-tokens 4 --padding longest --precision bfloat16"
    request, _ = ask(asked, "--from-python", str(tmp_path / "call.py"), *flags.split())
    assert (request.model, request.prompts) == ("playground-gpt2", ("other",))
    assert (request.arm, request.recipe) == (Arm.GRAPH, Recipe.FAST)
    assert request.options.strategy is Strategy.SAMPLING
    assert request.options.max_new_tokens == 4
    assert request.padding.mode is PaddingMode.LONGEST
    assert request.precision is Precision.BFLOAT16


def test_stdin_and_keyword_arguments(asked: list[Request]) -> None:
    text = "do_sample=True, temperature=0.5, seed=[3, 4]"
    request, _ = ask(asked, "--from-python", "-", "--prompt", "a", text=text)
    assert request.options.strategy is Strategy.SAMPLING
    assert (request.options.temperature, request.options.seed) == (0.5, (3, 4))
    assert (request.arm, request.recipe, request.prompts) == (Arm.XLA, Recipe.DOCUMENTED, ("a",))


@pytest.mark.parametrize(
    ("flags", "new_tokens"),
    [
        ("--max-length 20", 18),
        ("--max-length 20 --recipe fast", 18),
        ("--max-length 20 --pad-to-multiple-of 8", 12),
        ("--max-length 20 --pad-to-multiple-of 8 --recipe fast", 18),
        ("--max-length 20 --max-new-tokens 5", 5),
        ("--max-length 20 --model playground-t5", 19),
    ],
)
def test_max_length_counts_the_input(asked: list[Request], flags: str, new_tokens: int) -> None:
    request, _ = ask(asked, "--prompt", "Once upon", *flags.split())
    assert request.options.max_new_tokens == new_tokens


def test_max_length_of_a_file(asked: list[Request]) -> None:
    text = 'model.generate(**tokenizer("Once upon"), max_length=20)'
    request, _ = ask(asked, "--from-python", "-", text=text)
    assert request.options.max_new_tokens == 18
    request, _ = ask(asked, "--from-python", "-", "--max-new-tokens", "3", text=text)
    assert request.options.max_new_tokens == 3


@pytest.mark.parametrize(
    ("arguments", "text", "says"),
    [
        (("--from-python", "-"), b"\xe9 = 1", "byte 1 is no character"),
        (("--from-python", "-"), b"Once upon", "neither Python nor JSON"),
        (("--from-python", "nowhere.py"), b"", "There is no file"),
        (("--prompt", "Once upon", "--max-length", "2"), b"", "leaves no new token"),
        (("--prompt", "a", "--chat", "--max-length", "9"), b"", "the chat template"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(
    arguments: tuple[str, ...], text: bytes, says: str
) -> None:
    result = CliRunner().invoke(app, ["generate", *arguments], input=text)
    assert result.exit_code != 0
    assert says in result.output + str(result.exception)
