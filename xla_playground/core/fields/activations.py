"""The activations that Transformers' TensorFlow models compute as its PyTorch models do."""

from __future__ import annotations

#: Of ``transformers.activations_tf.ACT2FN``, but ``glu``: it halves its input, no layer fits it.
ACTIVATIONS = frozenset(
    {
        "gelu",
        "gelu_10",
        "gelu_fast",
        "gelu_new",
        "mish",
        "quick_gelu",
        "relu",
        "sigmoid",
        "silu",
        "swish",
        "tanh",
    }
)
#: GPT's names: its "gelu" is the approximation with tanh. Source: ``ACT_FNS`` of
#: Transformers' modeling_openai.py.
GPT_ACTIVATIONS = {"gelu": "gelu_new", "relu": "relu", "silu": "silu", "swish": "silu"}
