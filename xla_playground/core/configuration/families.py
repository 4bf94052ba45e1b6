"""The supported model families, and the configuration entries that hold their sizes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..call.request import Precision
from ..model.info import ModelInput

_FLOAT32 = (Precision.FLOAT32,)
#: For families in which float16 overflows: weights and masks beyond 65,504 become infinite.
_WITHOUT_FLOAT16 = (Precision.FLOAT32, Precision.BFLOAT16)


@dataclass(frozen=True)
class Family:
    """One ``model_type`` of Transformers.

    Attributes:
        label: what users call it.
        model_class: the class of Transformers that generates with it.
        layers: configuration entries whose sum is the number of layers; if one but the first is
            missing, Transformers takes the first for it.
        hidden: entry of the hidden size.
        positions: entry of the longest text, of a model with an encoder the longest output;
            ``None`` if positions are relative.
        prompt_positions: entry of the longest prompt, of a model with an encoder.
        stores_positions: whether the table of positions is among the weights.
        other_positions: entries of further tables of positions among the weights.
        is_decoder_only: whether it continues its input, or answers it with a decoder.
        dimensions: further entries that are the size of some weight; of several, their product.
        divisors: pairs of entries of which the second divides the first, if both are present.
        computed: entries whose product is the size of a table that is computed, not stored.
        has_xla: whether its generation compiles under XLA.
        has_contrastive: whether upstream's contrastive search runs with its cache, or without one.
        reads_mask: whether its generation masks padding; if not, every prompt of a batch must have
            the same length, and none is padded.
        takes: whether it reads text or hears speech.
        precisions: those in which its layers compute finite results; in the others Transformers'
            code mixes float32 in, which TensorFlow refuses.
        embeddings: PyTorch's name for the table of embeddings, without that of the model in front.
        output_layer: PyTorch's name for the matrix of the output layer.
        is_tied: whether embeddings and output layer are one matrix if the configuration has no
            ``tie_word_embeddings``.
    """

    label: str
    model_class: str
    layers: tuple[str, ...]
    hidden: str
    positions: str | None
    is_decoder_only: bool
    prompt_positions: str | None = None
    stores_positions: bool = True
    other_positions: tuple[str, ...] = ()
    dimensions: tuple[tuple[str, ...], ...] = ()
    divisors: tuple[tuple[str, str], ...] = ()
    computed: tuple[tuple[str, ...], ...] = ()
    has_xla: bool = True
    has_contrastive: bool = True
    reads_mask: bool = True
    takes: ModelInput = ModelInput.TEXT
    precisions: tuple[Precision, ...] = tuple(Precision)
    embeddings: str = "shared.weight"
    output_layer: str = "lm_head.weight"
    is_tied: bool = True


def _gpt(label: str, model_class: str, inner: str = "n_inner") -> Family:
    """Return a family with the entry names of GPT and its descendants."""
    return Family(
        label,
        model_class,
        layers=("n_layer",),
        hidden="n_embd",
        positions="n_positions",
        is_decoder_only=True,
        dimensions=((inner,),),
        divisors=(("n_embd", "n_head"),),
        embeddings="wte.weight",
    )


def _bart(label: str, model_class: str) -> Family:
    """Return a family with the entry names of BART and its descendants."""
    return Family(
        label,
        model_class,
        layers=("encoder_layers", "decoder_layers"),
        hidden="d_model",
        positions="max_position_embeddings",
        prompt_positions="max_position_embeddings",
        is_decoder_only=False,
        dimensions=(("encoder_ffn_dim",), ("decoder_ffn_dim",)),
        divisors=(("d_model", "encoder_attention_heads"), ("d_model", "decoder_attention_heads")),
    )


def _t5(label: str, model_class: str) -> Family:
    return Family(
        label,
        model_class,
        layers=("num_layers", "num_decoder_layers"),
        hidden="d_model",
        positions=None,
        is_decoder_only=False,
        dimensions=(("d_ff",), ("d_kv", "num_heads"), ("relative_attention_num_buckets",)),
        precisions=_WITHOUT_FLOAT16,
    )


def _mistral(label: str) -> Family:
    return Family(
        label,
        "TFMistralForCausalLM",
        layers=("num_hidden_layers",),
        hidden="hidden_size",
        positions="max_position_embeddings",
        is_decoder_only=True,
        stores_positions=False,
        dimensions=(
            ("intermediate_size",),
            ("num_attention_heads", "head_dim"),
            ("num_key_value_heads", "head_dim"),
        ),
        divisors=(("num_attention_heads", "num_key_value_heads"),),
        precisions=_FLOAT32,
        embeddings="embed_tokens.weight",
        is_tied=False,
    )


def _xlm(label: str, model_class: str) -> Family:
    return Family(
        label,
        model_class,
        layers=("n_layers",),
        hidden="emb_dim",
        positions="max_position_embeddings",
        is_decoder_only=True,
        divisors=(("emb_dim", "n_heads"),),
        has_xla=False,
        has_contrastive=False,
        reads_mask=False,
        precisions=_WITHOUT_FLOAT16,
        embeddings="embeddings.weight",
        output_layer="pred_layer.proj.weight",
    )


def _sinusoidal(family: Family) -> Family:
    """Return ``family`` with computed positions, whether or not a checkpoint stores them."""
    assert family.positions is not None
    return replace(family, stores_positions=False, computed=((family.positions, family.hidden),))


FAMILIES: dict[str, Family] = {
    "gpt2": _gpt("GPT-2", "TFGPT2LMHeadModel"),
    "opt": Family(
        "OPT",
        "TFOPTForCausalLM",
        layers=("num_hidden_layers",),
        hidden="hidden_size",
        positions="max_position_embeddings",
        is_decoder_only=True,
        dimensions=(("ffn_dim",), ("word_embed_proj_dim",)),
        divisors=(("hidden_size", "num_attention_heads"),),
        precisions=_WITHOUT_FLOAT16,
        embeddings="decoder.embed_tokens.weight",
    ),
    "t5": _t5("T5", "TFT5ForConditionalGeneration"),
    "mt5": replace(_t5("mT5", "TFMT5ForConditionalGeneration"), is_tied=False),
    "whisper": replace(
        _bart("Whisper", "TFWhisperForConditionalGeneration"),
        positions="max_target_positions",
        prompt_positions=None,
        other_positions=("max_source_positions",),
        dimensions=(("encoder_ffn_dim",), ("decoder_ffn_dim",), ("num_mel_bins",)),
        takes=ModelInput.SPEECH,
        embeddings="decoder.embed_tokens.weight",
        output_layer="proj_out.weight",
    ),
    "bart": _bart("BART", "TFBartForConditionalGeneration"),
    "mbart": _bart("mBART", "TFMBartForConditionalGeneration"),
    "marian": _sinusoidal(_bart("Marian", "TFMarianMTModel")),
    "pegasus": _sinusoidal(_bart("Pegasus", "TFPegasusForConditionalGeneration")),
    "blenderbot": _bart("Blenderbot", "TFBlenderbotForConditionalGeneration"),
    "blenderbot-small": _bart("Blenderbot small", "TFBlenderbotSmallForConditionalGeneration"),
    "gptj": replace(
        _gpt("GPT-J", "TFGPTJForCausalLM"),
        stores_positions=False,
        computed=(("n_positions", "rotary_dim"),),
        is_tied=False,
    ),
    "xglm": Family(
        "XGLM",
        "TFXGLMForCausalLM",
        layers=("num_layers",),
        hidden="d_model",
        positions="max_position_embeddings",
        is_decoder_only=True,
        stores_positions=False,
        dimensions=(("ffn_dim",),),
        divisors=(("d_model", "attention_heads"),),
        computed=(("max_position_embeddings", "d_model"),),
        precisions=_WITHOUT_FLOAT16,
        embeddings="embed_tokens.weight",
    ),
    "ctrl": replace(
        _sinusoidal(_gpt("CTRL", "TFCTRLLMHeadModel", inner="dff")),
        precisions=_FLOAT32,
        embeddings="w.weight",
    ),
    "mistral": _mistral("Mistral"),
    "llama": _mistral("Llama"),
    "led": replace(
        _bart("LED", "TFLEDForConditionalGeneration"),
        positions="max_decoder_position_embeddings",
        prompt_positions="max_encoder_position_embeddings",
        other_positions=("max_encoder_position_embeddings",),
        has_xla=False,
        precisions=_WITHOUT_FLOAT16,
    ),
    "openai-gpt": replace(
        _gpt("GPT", "TFOpenAIGPTLMHeadModel"),
        dimensions=(),
        has_xla=False,
        has_contrastive=False,
        reads_mask=False,
        embeddings="tokens_embed.weight",
    ),
    "xlnet": Family(
        "XLNet",
        "TFXLNetLMHeadModel",
        layers=("n_layer",),
        hidden="d_model",
        positions=None,
        is_decoder_only=True,
        dimensions=(("d_inner",),),
        divisors=(("d_model", "n_head"),),
        has_xla=False,
        has_contrastive=False,
        reads_mask=False,
        precisions=_FLOAT32,
        embeddings="word_embedding.weight",
        output_layer="lm_loss.weight",
    ),
    "xlm": _xlm("XLM", "TFXLMWithLMHeadModel"),
    "flaubert": _xlm("FlauBERT", "TFFlaubertWithLMHeadModel"),
}
