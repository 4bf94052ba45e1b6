"""XLA simplifies a program in rounds, until one changes nothing or it has had its fill of them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tiny_models import CONFIGURATIONS, make_tiny_model

pytestmark = pytest.mark.slow

#: A first call whose log tells of every round.
SCRIPT = """
import re, sys
from xla_playground.core.call.request import Request
from xla_playground.core.environment import LIBRARY_OVERRIDES, Override
from xla_playground.engine import XlaEngine
from xla_playground.engine.platform import compile_report, environment
from xla_playground.engine.rewrites import products_in_pieces

reported = dict((o.name, o.value) for o in LIBRARY_OVERRIDES)["TF_CPP_VMODULE"]
rounds = Override("TF_CPP_VMODULE", reported + ",hlo_pass_fix=3", "")
environment.LIBRARY_OVERRIDES = (*LIBRARY_OVERRIDES, rounds)
compile_report._INFORMATION = re.compile(rb"(?!)")
products_in_pieces._LARGE = 1
engine = XlaEngine()
engine.start(lambda status: None)
options = {"strategy": "sampling", "max_new_tokens": 8}
values = {"model": sys.argv[1], "prompts": ["the quick brown"], "recipe": "fast"}
engine.generate(Request.parse(values | {"options": options}))
"""


@pytest.mark.exhaustive
def test_xla_comes_to_rest_however_many_layers_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(CONFIGURATIONS["mistral"], "num_hidden_layers", 20)
    folder = make_tiny_model(tmp_path / "deep", "mistral")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(folder)], capture_output=True, text=True, check=True
    )
    rounds = [
        len(re.findall(rf"\] {pipeline} iteration", done.stderr))
        for pipeline in ("simplification", "post_scatter_expansion_simplification")
    ]
    assert all(0 < count < 20 for count in rounds), rounds
