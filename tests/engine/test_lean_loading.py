"""Loading holds a model's weights once."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.tiny_models import as_pytorch, change_json
from xla_playground.core.checkpoint.catalog import PULLABLE
from xla_playground.core.engine.pull import pull_command
from xla_playground.core.errors import CheckpointError
from xla_playground.engine.model.checkpoint_tensors import StoredTensors
from xla_playground.engine.model.loading import load_model
from xla_playground.engine.model.weights import load_safetensors, undrawn_weights

TinyModels = Callable[[str], Path]

_SCRIPT = Path(__file__).parents[2] / "packaging" / "models" / "loading_peak.py"
#: What a model brings along that does not grow with its weights: tokenizer, code, TensorFlow.
_OTHER_BYTES = 48_000_000
_SIZES = {"vocab_size": 40_000, "n_embd": 512, "n_layer": 4, "n_head": 8}


def _peak_of(model: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, str(_SCRIPT), model, "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    figure: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figure


def _larger(folder: Path, dtype: type[np.floating[Any]]) -> None:
    """Make a tiny GPT-2 one of 132 MB in float32."""
    from safetensors.numpy import save_file

    size, layers = _SIZES["n_embd"], _SIZES["n_layer"]
    shapes: dict[str, tuple[int, ...]] = {"wte": (40_000, size), "wpe": (64, size)}
    for number in range(layers):
        shapes |= {
            f"h.{number}.attn.c_attn": (size, 3 * size),
            f"h.{number}.attn.c_proj": (size, size),
            f"h.{number}.mlp.c_fc": (size, 4 * size),
            f"h.{number}.mlp.c_proj": (4 * size, size),
        }
    weights = {f"{name}.weight": np.ones(shape, dtype) for name, shape in shapes.items()}
    weights |= {
        f"{name}.bias": np.zeros(shape[1], dtype) for name, shape in shapes.items() if "h." in name
    }
    for name in ("ln_f", *(f"h.{n}.ln_{m}" for n in range(layers) for m in (1, 2))):
        weights |= {f"{name}.{part}": np.ones(size, dtype) for part in ("weight", "bias")}
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
    change_json(folder / "config.json", **_SIZES)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the peak is read from /proc")
@pytest.mark.parametrize(
    "dtype", [np.float16, pytest.param(np.float32, marks=pytest.mark.exhaustive)]
)
def test_the_peak(tiny_models: TinyModels, tmp_path: Path, dtype: type[np.floating[Any]]) -> None:
    folder = shutil.copytree(tiny_models("gpt2"), tmp_path / "larger")
    _larger(folder, dtype)
    figure = _peak_of(str(folder))
    assert figure["float32_bytes"] > 130_000_000
    assert figure["peak_bytes"] <= 2 * figure["float32_bytes"]
    assert figure["held_bytes"] <= figure["float32_bytes"] + _OTHER_BYTES


@pytest.mark.exhaustive
@pytest.mark.network
@pytest.mark.skipif(sys.platform != "linux", reason="the peak is read from /proc")
@pytest.mark.parametrize("model", PULLABLE)
def test_the_peak_of_pulled_models(model: str) -> None:
    pulled = subprocess.run(pull_command(model), capture_output=True, text=True, check=False)
    if pulled.returncode:
        pytest.skip(f"{model} cannot be pulled here: {pulled.stdout.splitlines()[-1:]}")
    assert _peak_of(model)["factor"] <= 2


@pytest.mark.parametrize("dtype", ["float16", "bfloat16", "float64"])
def test_stored_in_another_format(tiny_models: TinyModels, tmp_path: Path, dtype: str) -> None:
    import tensorflow as tf
    from safetensors.tensorflow import save_file

    loaded = load_model(str(tiny_models("gpt2"))).model
    weights = {name: tf.cast(value, dtype) for name, value in as_pytorch(loaded).items()}
    folder = shutil.copytree(tiny_models("gpt2"), tmp_path / "stored")
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
    stored = load_model(str(folder)).model
    for kept, given in zip(stored.weights, loaded.weights, strict=True):
        assert kept.dtype == tf.float32
        np.testing.assert_array_equal(kept, tf.cast(tf.cast(given, dtype), tf.float32))


def test_every_dtype_and_shape(tf: Any, tmp_path: Path) -> None:
    from safetensors.numpy import save_file

    stored = {
        "scalar": np.array(3, np.float32),
        "empty": np.zeros((0, 4), np.float32),
        "truth": np.array([True, False]),
        "half": np.arange(15, dtype=np.float16).reshape(3, 5),
        "long": np.array([2**40, -1]),
    }
    save_file(stored, tmp_path / "odd.safetensors")
    archive = StoredTensors(tf, [tmp_path / "odd.safetensors"], {})
    assert set(archive.keys()) == stored.keys()
    for name, array in stored.items():
        np.testing.assert_array_equal(archive.get_tensor(name), array)


def test_constants_begin_as_they_are(tf: Any) -> None:
    with undrawn_weights(tf):
        layer = tf.keras.layers.Dense(3, bias_initializer="ones")
        layer.build((None, 2))
    assert layer.kernel.shape == (2, 3)
    np.testing.assert_array_equal(layer.bias, np.ones(3))


def test_a_file_that_shrinks_meanwhile(tf: Any, tiny_models: TinyModels, tmp_path: Path) -> None:
    folder = shutil.copytree(tiny_models("gpt2"), tmp_path / "shrinking")
    path = folder / "model.safetensors"

    class Shrinking(tf.Module):  # type: ignore[misc]  # a class that is imported when needed
        """Cuts the file once its header was read."""

        @property
        def weights(self) -> list[Any]:
            path.write_bytes(path.read_bytes()[:-8])
            return list(model.weights)

        _keys_to_ignore_on_load_missing = None
        _keys_to_ignore_on_load_unexpected = None

    model = load_model(str(folder)).model
    with pytest.raises(CheckpointError, match="changed while it was read"):
        load_safetensors(tf, Shrinking(), [path])
