"""Which weights a model of each family holds, by PyTorch's names, from its configuration alone.

Sources: the modules of Transformers 4.54's PyTorch classes, whose names the TensorFlow classes
share. In templates ``*`` is the number of a layer and ``{a,b}`` stands for each of its parts.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from ..configuration.sizes import whole_number

_PARTS = re.compile(r"\{([^{}]*)\}")
_BOTH = ".{weight,bias}"
_ATTENTION = "{k,v,q,out}_proj"


@dataclass(frozen=True)
class WeightNames:
    """The names of a model's weights.

    Attributes:
        needed: those that must be stored.
        embeddings: the table of embeddings, one of ``needed``.
        copies: further names of that table; some writers keep only one of all of them.
        computed: those that need not be stored, because both libraries initialize them with the
            right values: sinusoidal positions, and a bias of the logits that nothing trains.
        neutral: those that the configuration switches off but TensorFlow's layers still have: they
            are initialized as zeros and ones, which change nothing.
    """

    needed: frozenset[str]
    embeddings: str
    copies: frozenset[str]
    computed: frozenset[str]
    neutral: frozenset[str]


def weight_names(config: dict[str, Any]) -> WeightNames:
    """Return the names that belong to a configuration whose ``model_type`` is a known family.

    Raises:
        CheckpointError: a number of layers is no number.
    """
    family: str = config["model_type"]
    return _NAMES_OF[family](config)


class _Names:
    """Collects the names of one configuration."""

    def __init__(self, config: dict[str, Any]) -> None:
        self._config = config
        self._needed: set[str] = set()
        self._computed: set[str] = set()
        self._neutral: set[str] = set()

    def is_on(self, entry: str, *, default: bool) -> bool:
        value = self._config.get(entry)
        return default if value is None else bool(value)

    def add(
        self,
        *templates: str,
        layers: str | None = None,
        is_stored: bool = True,
        is_computed: bool = False,
    ) -> None:
        """Add names; ``layers`` is the entry with the number of layers, for names with ``*``."""
        count = whole_number(self._config, layers) if layers else 1
        names = {
            name.replace("*", str(number), 1)
            for template in templates
            for name in _expanded(template)
            for number in range(count)
        }
        kind = self._computed if is_computed else self._needed if is_stored else self._neutral
        kind |= names

    def with_output(
        self,
        embeddings: str,
        output: str = "lm_head.weight",
        *,
        is_tied: bool = True,
        copies: Iterable[str] = (),
    ) -> WeightNames:
        """Return the names; the output layer's is needed unless the layer is the embeddings."""
        copied = set(copies)
        self.add(embeddings)
        is_tied = self.is_on("tie_word_embeddings", default=is_tied)
        (copied if is_tied else self._needed).add(output)
        return WeightNames(
            frozenset(self._needed),
            embeddings,
            frozenset(copied),
            frozenset(self._computed),
            frozenset(self._neutral),
        )


def _expanded(template: str) -> list[str]:
    """Return each name that a template with ``{a,b}`` expands to."""
    pieces = _PARTS.split(template)
    choices = [piece.split(",") if n % 2 else [piece] for n, piece in enumerate(pieces)]
    return ["".join(parts) for parts in itertools.product(*choices)]


def _gpt2(config: dict[str, Any]) -> WeightNames:
    names = _Names(config)
    parts = "{attn.c_attn,attn.c_proj,mlp.c_fc,mlp.c_proj,ln_1,ln_2}"
    names.add(f"transformer.h.*.{parts}{_BOTH}", layers="n_layer")
    if config["model_type"] == "openai-gpt":
        names.add("transformer.positions_embed.weight")
        return names.with_output("transformer.tokens_embed.weight")
    names.add("transformer.wpe.weight", f"transformer.ln_f{_BOTH}")
    return names.with_output("transformer.wte.weight")


def _gptj(config: dict[str, Any]) -> WeightNames:
    names = _Names(config)
    names.add(
        f"transformer.h.*.attn.{_ATTENTION}.weight",
        f"transformer.h.*.{{mlp.fc_in,mlp.fc_out,ln_1}}{_BOTH}",
        layers="n_layer",
    )
    names.add(f"transformer.ln_f{_BOTH}", "lm_head.bias")
    return names.with_output("transformer.wte.weight", is_tied=False)


def _ctrl(config: dict[str, Any]) -> WeightNames:
    names = _Names(config)
    names.add(
        f"transformer.h.*.multi_head_attention.{{Wq,Wk,Wv,dense}}{_BOTH}",
        f"transformer.h.*.{{ffn.0,ffn.2,layernorm1,layernorm2}}{_BOTH}",
        layers="n_layer",
    )
    names.add(f"transformer.layernorm{_BOTH}", "lm_head.bias")
    return names.with_output("transformer.w.weight")


def _opt(config: dict[str, Any]) -> WeightNames:
    """Return OPT's names; Galactica has no biases, and norms without weights."""
    names = _Names(config)
    layer, count = "model.decoder.layers.*", "num_hidden_layers"
    linear = (f"{layer}.self_attn.{_ATTENTION}", f"{layer}.{{fc1,fc2}}")
    has_biases = names.is_on("enable_bias", default=True)
    names.add(*(f"{name}.weight" for name in linear), layers=count)
    names.add(*(f"{name}.bias" for name in linear), layers=count, is_stored=has_biases)
    has_norms = names.is_on("layer_norm_elementwise_affine", default=True)
    norms = f"{layer}.{{self_attn,final}}_layer_norm{_BOTH}"
    names.add(norms, layers=count, is_stored=has_norms)
    is_before = names.is_on("do_layer_norm_before", default=True)
    if is_before and not config.get("_remove_final_layer_norm"):
        names.add(f"model.decoder.final_layer_norm{_BOTH}", is_stored=has_norms)
    if config.get("word_embed_proj_dim") not in (None, config.get("hidden_size")):
        names.add("model.decoder.project_{in,out}.weight")
    names.add("model.decoder.embed_positions.weight")
    return names.with_output("model.decoder.embed_tokens.weight")


def _t5(config: dict[str, Any]) -> WeightNames:
    is_mt5 = config["model_type"] == "mt5"
    names = _Names(config)
    kind = config.get("feed_forward_proj") or ("gated-gelu" if is_mt5 else "relu")
    is_gated = config.get("is_gated_act", str(kind).startswith("gated-"))
    inner = "{wi_0,wi_1,wo}" if is_gated else "{wi,wo}"
    encoder, decoder = "encoder.block.*.layer", "decoder.block.*.layer"
    names.add(
        f"{encoder}.0.SelfAttention.{{q,k,v,o}}.weight",
        f"{encoder}.1.DenseReluDense.{inner}.weight",
        f"{encoder}.{{0,1}}.layer_norm.weight",
        layers="num_layers",
    )
    names.add(
        f"{decoder}.{{0.SelfAttention,1.EncDecAttention}}.{{q,k,v,o}}.weight",
        f"{decoder}.2.DenseReluDense.{inner}.weight",
        f"{decoder}.{{0,1,2}}.layer_norm.weight",
        layers="num_layers" if config.get("num_decoder_layers") is None else "num_decoder_layers",
    )
    names.add(
        "{encoder,decoder}.block.0.layer.0.SelfAttention.relative_attention_bias.weight",
        "{encoder,decoder}.final_layer_norm.weight",
    )
    copies = _expanded("{encoder,decoder}.embed_tokens.weight")
    return names.with_output("shared.weight", is_tied=not is_mt5, copies=copies)


#: Of BART's kin: the norms around the layers of both stacks.
_NORMS = {
    "bart": ("layernorm_embedding",),
    "mbart": ("layernorm_embedding", "layer_norm"),
    "marian": (),
    "pegasus": ("layer_norm",),
    "blenderbot": ("layer_norm",),
    "blenderbot-small": ("layernorm_embedding",),
    "led": ("layernorm_embedding",),
    "whisper": ("layer_norm",),
}
_SINUSOIDAL = ("marian", "pegasus")


def _bart(config: dict[str, Any]) -> WeightNames:
    kind: str = config["model_type"]
    names = _Names(config)
    inner = "led" if kind == "led" else "model"
    own, other = f"{inner}.{{}}.layers.*.self_attn", f"{inner}.decoder.layers.*.encoder_attn"
    attentions = {"encoder": [own.format("encoder")], "decoder": [own.format("decoder"), other]}
    for side, attention in attentions.items():
        layer, count = f"{inner}.{side}.layers.*", f"{side}_layers"
        if config.get(count) is None:
            count = "encoder_layers"
        names.add(
            *(f"{place}_layer_norm{_BOTH}" for place in attention),
            f"{layer}.{{fc1,fc2,final_layer_norm}}{_BOTH}",
            layers=count,
        )
        if kind == "led" and side == "encoder":
            parts = "{query,key,value}{,_global}"
            names.add(
                f"{layer}.self_attn.longformer_self_attn.{parts}{_BOTH}",
                f"{layer}.self_attn.output{_BOTH}",
                layers=count,
            )
        elif kind == "whisper":  # whose keys have no biases
            names.add(*(f"{place}.k_proj.weight" for place in attention), layers=count)
            names.add(*(f"{place}.{{q,v,out}}_proj{_BOTH}" for place in attention), layers=count)
        else:
            names.add(*(f"{place}.{_ATTENTION}{_BOTH}" for place in attention), layers=count)
        names.add(*(f"{inner}.{side}.{norm}{_BOTH}" for norm in _NORMS[kind]))
        names.add(f"{inner}.{side}.embed_positions.weight", is_computed=kind in _SINUSOIDAL)
    if kind == "whisper":
        names.add(f"model.encoder.{{conv1,conv2}}{_BOTH}")
        return names.with_output("model.decoder.embed_tokens.weight", "proj_out.weight")
    names.add("final_logits_bias", is_computed=True)
    copies = _expanded(f"{inner}.{{encoder,decoder}}.embed_tokens.weight")
    return names.with_output(f"{inner}.shared.weight", copies=copies)


def _xglm(config: dict[str, Any]) -> WeightNames:
    names = _Names(config)
    names.add(
        f"model.layers.*.self_attn.{_ATTENTION}{_BOTH}",
        f"model.layers.*.{{self_attn_layer_norm,fc1,fc2,final_layer_norm}}{_BOTH}",
        layers="num_layers",
    )
    names.add(f"model.layer_norm{_BOTH}")
    return names.with_output("model.embed_tokens.weight")


def _mistral(config: dict[str, Any]) -> WeightNames:
    names = _Names(config)
    names.add(
        "model.layers.*.self_attn.{q,k,v,o}_proj.weight",
        "model.layers.*.mlp.{gate,up,down}_proj.weight",
        "model.layers.*.{input,post_attention}_layernorm.weight",
        layers="num_hidden_layers",
    )
    names.add("model.norm.weight")
    return names.with_output("model.embed_tokens.weight", is_tied=False)


def _xlnet(config: dict[str, Any]) -> WeightNames:
    names = _Names(config)
    names.add(
        "transformer.layer.*.rel_attn.{q,k,v,o,r,r_r_bias,r_s_bias,r_w_bias,seg_embed}",
        f"transformer.layer.*.rel_attn.layer_norm{_BOTH}",
        f"transformer.layer.*.ff.{{layer_1,layer_2,layer_norm}}{_BOTH}",
        layers="n_layer",
    )
    names.add("transformer.mask_emb", "lm_loss.bias")
    return names.with_output("transformer.word_embedding.weight", "lm_loss.weight")


def _xlm(config: dict[str, Any]) -> WeightNames:
    names = _Names(config)
    names.add(
        f"transformer.attentions.*.{{q,k,v,out}}_lin{_BOTH}",
        f"transformer.ffns.*.{{lin1,lin2}}{_BOTH}",
        f"transformer.{{layer_norm1,layer_norm2}}.*{_BOTH}",
        layers="n_layers",
    )
    names.add(
        "transformer.position_embeddings.weight",
        f"transformer.layer_norm_emb{_BOTH}",
        "pred_layer.proj.bias",
    )
    languages = config.get("n_langs")
    if isinstance(languages, int) and languages > 1 and names.is_on("use_lang_emb", default=True):
        names.add("transformer.lang_embeddings.weight")
    return names.with_output("transformer.embeddings.weight", "pred_layer.proj.weight")


_NAMES_OF: dict[str, Callable[[dict[str, Any]], WeightNames]] = {
    "gpt2": _gpt2,
    "openai-gpt": _gpt2,
    "gptj": _gptj,
    "ctrl": _ctrl,
    "opt": _opt,
    "t5": _t5,
    "mt5": _t5,
    **dict.fromkeys(_NORMS, _bart),
    "xglm": _xglm,
    "mistral": _mistral,
    "llama": _mistral,
    "xlnet": _xlnet,
    "xlm": _xlm,
    "flaubert": _xlm,
}
