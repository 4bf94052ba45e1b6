"""Messages on the configuration of a model: values that cannot be, or that cannot be computed."""

from __future__ import annotations

from ..message import Template

# ------------------------------------------------------------------ one field

NOT_FINITE_ENTRY = Template(
    "not_finite_entry",
    "config.json says {name} = {value}, which is no finite number: download it again.",
)
TWO_NAMES = Template(
    "two_names",
    "config.json says {name} = {value} and {other_name} = {other}, two names of one field: keep "
    "the one that fits the weights.",
)
NOT_THE_KIND = Template(
    "not_the_kind",
    "config.json says {name} = {value}, but it must be {kind}: correct that entry, or choose "
    "another model.",
)
NOT_NEUTRAL = Template(
    "not_neutral",
    "config.json says {name} = {value}, but {model_class} {why}: choose a model with {name} "
    "{kind}.",
)
CANNOT_BE = Template(
    "cannot_be", "config.json says {name} = {value}, which cannot be: correct that entry."
)
NOT_A_TOKEN = Template(
    "not_a_token",
    "{model} says {name} = {value}, which is no token of its {size:,}: correct its config.json or "
    "generation_config.json.",
)
THIS_MODEL = Template("this_model", "This model")
SEVERAL_FORCED_TOKENS = Template(
    "several_forced_tokens",
    "{model} says {name} = {value}: several tokens, of which TensorFlow forces none. Name one.",
)
IGNORED_FIELDS = Template(
    "ignored_fields",
    "{place} has fields that no {family} model reads; they are ignored: {fields}.",
)

# ------------------------------------------------------------------ kinds of values

WHOLE_NUMBER = Template("whole_number", "a whole number from {least:,} to {most:,}")
NUMBER_BETWEEN = Template("number_between", "a number between {above:g} and {below:g}")
ACTIVATION = Template("activation", "an activation that TensorFlow has ({names})")
GATED_ACTIVATION = Template(
    "gated_activation",
    "an activation that TensorFlow has ({names}), or one of them after gated-",
)
ATTENTION_WINDOW = Template(
    "attention_window",
    "an even whole number, or a list of one for each layer of the encoder",
)
LABELS_BY_NUMBER = Template("labels_by_number", "an object of labels by number")
EMPTY_VALUE = Template("empty_value", "empty")

# ------------------------------------------------------------------ what TensorFlow's class does

CANNOT_LEAVE_OUT_HEADS = Template("cannot_leave_out_heads", "cannot leave out heads")
SHARES_NO_WEIGHTS = Template("shares_no_weights", "does not share weights of encoder and decoder")
HAS_NO_BIASES = Template("has_no_biases", "has no biases")
ROTATES_WHOLE_HEADS = Template("rotates_whole_heads", "rotates whole heads")
ROTATES_HALVES = Template("rotates_halves", "rotates half against half")
HAS_NO_ADAPTIVE_SOFTMAX = Template("has_no_adaptive_softmax", "has no adaptive softmax")
IS_AN_ENCODER = Template("is_an_encoder", "is an encoder")
HAS_NO_ENCODER = Template("has_no_encoder", "has no encoder here to attend to")
DIVIDES_BY_ROOT = Template(
    "divides_by_root", "always divides attention by the root of the head size"
)
DIVIDES_BY_NO_LAYER = Template(
    "divides_by_no_layer", "does not divide attention by the number of the layer"
)
HAS_ROTARY_POSITIONS = Template("has_rotary_positions", "has rotary positions")
COMPUTES_LAYERS_WITH_IT = Template("computes_layers_with_it", "computes its layers with it, too")
READS_ONE_WAY = Template("reads_one_way", "cannot read a batch in two directions")
KEEPS_MEMORIES = Template("keeps_memories", "keeps its memories")
HAS_ONE_TABLE = Template("has_one_table", "has one table of embeddings for encoder and decoder")

# ------------------------------------------------------------------ several fields

HEADS_CANNOT_BE = Template(
    "heads_cannot_be",
    "config.json says num_attention_heads = {heads} and hidden_size = {hidden}, which cannot be: "
    "correct these entries.",
)
HEADS_DO_NOT_DIVIDE = Template(
    "heads_do_not_divide",
    "config.json says hidden_size = {hidden} and num_attention_heads = {heads}, which does not "
    "divide it, and no head_dim: correct these entries.",
)
HEADS_NOT_EVEN = Template(
    "heads_not_even",
    "config.json says heads of {size} (head_dim), and rotary positions need an even number: "
    "correct these entries.",
)
KEY_HEADS_CANNOT_BE = Template(
    "key_heads_cannot_be",
    "config.json says num_key_value_heads = {key_heads}, which cannot be with {heads} heads: "
    "correct these entries.",
)
DOES_NOT_DIVIDE = Template(
    "does_not_divide",
    "config.json says {whole} = {size:,} and {part} = {number:,}, which does not divide it: "
    "correct that entry.",
)
HEADS_OF_XLNET = Template(
    "heads_of_xlnet",
    "config.json says d_head = {size:,}, but {model_class} has heads of d_model / n_head = "
    "{hidden:,} / {heads:,}: choose another model.",
)
ROTARY_OF_GPTJ = Template(
    "rotary_of_gptj",
    "config.json says rotary_dim = {rotary:,}, but it must be an even number up to n_embd / "
    "n_head = {hidden:,} / {heads:,}: correct that entry.",
)
BUCKETS_OF_T5 = Template(
    "buckets_of_t5",
    "config.json says relative_attention_num_buckets = {buckets:,} and "
    "relative_attention_max_distance = {distance:,}, but the first must be even, and the second "
    "more than half of it: correct these entries.",
)
WINDOWS_OF_LED = Template(
    "windows_of_led",
    "config.json says attention_window = {windows}, but it must have one entry for each of "
    "{layers} encoder layers: correct that entry.",
)
LANGUAGE_OF_XLM = Template(
    "language_of_xlm",
    "config.json says lang_id = {language} and n_langs = {languages}, which has no such language: "
    "correct one of them.",
)
ROPE_DISAGREES = Template(
    "rope_disagrees",
    "config.json says {places}: keep the one that the model was trained with.",
)
NO_ROPE_PARAMETERS = Template(
    "no_rope_parameters",
    "config.json says {name} = {value}, which are no parameters of rotary positions: correct that "
    "entry.",
)
ROPE_SCALED = Template(
    "rope_scaled",
    "config.json says {place}: this model scales its rotary positions ({kind}), which TensorFlow's "
    "Mistral cannot compute: choose a model without rope scaling.",
)
SCALED_BY = Template("scaled_by", "{kind} by {factor}")
ROPE_PARTIAL = Template(
    "rope_partial",
    "config.json says {place}.partial_rotary_factor = {value}, but TensorFlow's Mistral rotates "
    "whole heads: choose another model.",
)
THETA_NEEDED = Template(
    "theta_needed",
    "config.json says {place} = {value}, but it must be {kind}: correct that entry.",
)

# ------------------------------------------------------------------ sizes

NOT_THIS_ARCHITECTURE = Template(
    "not_this_architecture",
    "config.json says is_encoder_decoder = {value}, which a {family} model cannot be.",
)
TABLE_TOO_LARGE = Template(
    "table_too_large",
    "config.json says {entries} = {numbers:,}, a table too large to be computed.",
)
TOO_MANY_POSITIONS = Template(
    "too_many_positions",
    "config.json says {name} = {value:,}, which cannot be: correct that entry.",
)
TOO_MANY_LAYERS = Template(
    "too_many_layers",
    "{model} has {layers:,} layers, more than the {most:,} that can be loaded: choose another "
    "model.",
)
OTHER_LAYERS = Template(
    "other_layers",
    "{model}: config.json says {layers:,} layers, the weights have {stored:,}: they do not belong "
    "together.",
)
LAYER_LACKS = Template(
    "layer_lacks",
    "{model} lacks {weight}, which its other layers have: its weights were saved in part.",
)
LAYER_DIFFERS = Template(
    "layer_differs",
    "{model} holds {weight} of shape {shape}, but its other layers have {usual}: it was put "
    "together from different models.",
)
TOO_MANY_WEIGHTS = Template(
    "too_many_weights",
    "{model} holds more weights than its configuration has a place for: its config.json belongs to "
    "another model.",
)
NO_WEIGHT_HAS = Template(
    "no_weight_has",
    "{model}: config.json says {what}, which no weight has: they do not belong together.",
)
A_VOCABULARY = Template("a_vocabulary", "a vocabulary of {size:,}")
A_HIDDEN_SIZE = Template("a_hidden_size", "a hidden size of {size:,}")
POSITIONS = Template("positions", "{size:,} positions")
PRODUCT = Template("product", "{entries} = {size:,}")

# ------------------------------------------------------------------ speech, generation, output

PREPROCESSOR_DIFFERS = Template(
    "preprocessor_differs",
    "{model}/preprocessor_config.json says {entry} = {value}, but {needed} is needed: it does not "
    "belong to this model.",
)
CHANGES_EVERY_SCORE = Template(
    "changes_every_score",
    "{model} asks for {entry} = {value} in its generation configuration, which changes every score "
    "and which TensorFlow does not compute: remove the entry if the model is right without it.",
)
GENERATION_ENTRIES_IGNORED = Template(
    "generation_entries_ignored",
    "The generation configuration of {model} asks for {entries}: TensorFlow's generate does not "
    "have that here, so texts can differ from those of PyTorch.",
)
WORDS_OF_SEVERAL_TOKENS = Template(
    "words_of_several_tokens", "bad_words_ids of several tokens ({words})"
)
NO_OUTPUT_LAYER = Template(
    "no_output_layer",
    "{model} has no {layer}, which it needs unless tie_word_embeddings is true in config.json: set "
    "that if its output layer is its embeddings, or download it again.",
)
TWO_TABLES = Template(
    "two_tables",
    "{model} holds {weight}, which differs from {shared}: TensorFlow's {family} has one table of "
    "embeddings, so choose a model with one.",
)
WEIGHTS_UNUSED = Template(
    "weights_unused",
    "{weights} of {model} differ from its embeddings and will not be used: its output layer is its "
    "embeddings (tie_word_embeddings), as in PyTorch.",
    one="{weights} of {model} differs from its embeddings and will not be used: its output layer "
    "is its embeddings (tie_word_embeddings), as in PyTorch.",
)
