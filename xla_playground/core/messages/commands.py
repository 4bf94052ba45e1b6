"""Messages of the commands, the benches and the Python API."""

from __future__ import annotations

from .message import Template

# ------------------------------------------------------------------ commands

NO_DISPLAY = Template(
    "no_display",
    "There is no display for the window: run `xla-playground demo` in this terminal.",
)
MODEL_NEEDS_MEMORY = Template(
    "model_needs_memory",
    "{model} needs about {needed} of memory, and {free} are free: close other programs, choose a "
    "smaller model, or load it all the same (--anyway).",
)
TWO_PADDINGS = Template(
    "two_paddings", "Give either --pad-to-multiple-of or --padding-length, not both."
)
OTHER_PADDING = Template(
    "other_padding", "{flag} means --padding {meant}, not {mode}: give one of the two."
)
ONE_SEQUENCE = Template(
    "one_sequence",
    "{strategy} search returns one sequence a prompt: add --do-sample or --num-beams.",
)
NOT_A_JSON_LIST = Template(
    "not_a_json_list",
    "bad_words_ids must be a JSON list of lists of token ids ([[12, 5]]), not {given}.",
)
NOBODY_TO_ASK = Template("nobody_to_ask", "Nobody can be asked: add --yes to remove {model}.")
ONE_SHAPE = Template("one_shape", "A speech model has one shape: its first call prepares it.")
STORE_IS_OFF = Template(
    "store_is_off",
    "The store's limit is 0, so nothing is kept: raise it in the Specializations tab.",
)
NOT_PREPARED = Template("not_prepared", "{failed} of {total} were not prepared.")

# ------------------------------------------------------------------ benches

READS_NO_TEXT = Template(
    "reads_no_text", "{model} hears speech: give bench a model that reads text."
)
HAS_AN_ENCODER = Template(
    "has_an_encoder", "{model} has an encoder: give bench peers a model that only decodes."
)
MACHINE_PROBE = Template("machine_probe", "The probe of this machine")
QUOTE_NOT_CLOSED = Template("quote_not_closed", "A quote is not closed in {given}: close it.")
NO_SUCH_SIDE = Template("no_such_side", "There is no side {side}: take {sides}.")
SIDE_LEFT_OUT = Template("side_left_out", "{side} is left out: {why}.")
NAME_TORCH = Template(
    "name_torch",
    "install the extra of this package (pip install 'xla-playground[torch]'), or name a Python "
    "that has torch and transformers (--torch-python PATH, Python of PyTorch on the Race page)",
)
NAME_KERAS = Template("name_keras", "name a Python that has KerasHub with --peer-python PATH")
NOT_A_PYTHON = Template(
    "not_a_python", "{python} is not a Python that runs: name the file of a Python interpreter"
)
PYTHON_LACKS = Template(
    "python_lacks", "{python} lacks {modules}: install what it lacks, or name another Python"
)
SIDE_NOT_STARTED = Template("side_not_started", "{side} cannot be started ({why}: {command}).")
SIDE_ENDED = Template("side_ended", "{side} ended with code {code}: {last}")
SAID_NOTHING = Template("said_nothing", "it said nothing")
GUIDES_CODE = Template("guides_code", "The guide's code")
STEADY_PROBE = Template("steady_probe", "The probe of steady calls")
UI_PROBE = Template("ui_probe", "The probe {name}")
NO_PROMPT_OF_LENGTH = Template(
    "no_prompt_of_length",
    "The tokenizer of {model} makes no {tokens} tokens of an English text: give bench peers a "
    "model that reads English.",
)
TOKENS_NOT_COMPARED = Template(
    "tokens_not_compared",
    "The guide's model begins with random numbers in {weights}, which the folder does not store "
    "and the guide's class does not take from the embeddings: its tokens say nothing about ours, "
    "its times do.",
)
SCRIPT_NOT_JSON = Template("script_not_json", "{file}, line {line}: not valid JSON ({why}).")
SCRIPT_TOO_DEEP = Template("script_too_deep", "{file} is nested too deep for a script.")
SCRIPT_NO_LIST = Template("script_no_list", "{file} is not a list of steps.")
STEP_NO_OBJECT = Template("step_no_object", "Line {line} is not a step: it must be an object.")
STEP_FIELD = Template(
    "step_field",
    'Line {line}, {field}: a step has "prompt" or "prompts", "options" and "recipe".',
)
STEP_PROMPTS = Template("step_prompts", "Line {line}, prompts: give prompt or prompts, not both.")
STEP_TEXT = Template("step_text", "Line {line}, {field}: it must be text.")
STEP_PROBLEM = Template("step_problem", "Line {line}, {field}: {problem}")

# ------------------------------------------------------------------ the Python API

NOT_A_TF_MODEL = Template(
    "not_a_tf_model",
    "fast_generate takes a TensorFlow model of Transformers, not {given}: load it with "
    "TFAutoModelForCausalLM or TFAutoModelForSeq2SeqLM.",
)
USE_CLASS = Template("use_class", "{given} does not generate text here: use {model_class}.")
CLASSES_SUPPORTED = Template(
    "classes_supported", "{given} does not generate text here: supported are {classes}."
)
NO_COMPILED_LOOPS = Template(
    "no_compiled_loops",
    "{family} has a cache that compiled loops cannot run: use its own generate().",
)
TAKES_AUDIO = Template(
    "takes_audio",
    "{family} hears audio, and fast_generate takes token ids: run it with xla-playground generate "
    "--audio FILE.",
)
PYTHON_ARGUMENT = Template(
    "python_argument",
    "{name} is Python code, which no compiled loop runs: leave it out, or use the model's own "
    "generate().",
)
UNKNOWN_ARGUMENT = Template(
    "unknown_argument", "{name} is not an argument that fast_generate takes: leave it out."
)
TOKEN_IDS_ONLY = Template(
    "token_ids_only",
    "{name} asks for more than token ids, which are all that comes back: leave it out.",
)
NOT_COMPUTED = Template("not_computed", "{name} is not computed by fast_generate: leave it out.")
ENTRY_NOT_COMPUTED = Template(
    "entry_not_computed",
    "The model's generation configuration asks for {name}, which fast_generate does not compute: "
    "set model.generation_config.{name} = None if the text is right without it.",
)
TEXTS_MUST_DIFFER = Template(
    "texts_must_differ",
    "num_return_sequences {copies} needs texts that differ: set do_sample=True, or num_beams to as "
    "many.",
)
TOKENIZER_NEEDED = Template(
    "tokenizer_needed", "stop_strings are found in text: pass tokenizer= as well."
)
NO_NEW_TOKEN_LEFT = Template(
    "no_new_token_left",
    "max_length {longest} leaves no token after the {length:,} of the input: pass max_new_tokens, "
    "or raise max_length.",
)
START_TOKEN_NEEDED = Template(
    "start_token_needed",
    "The model names no decoder_start_token_id: pass it, or set it in model.generation_config.",
)
ROWS_DIFFER = Template(
    "rows_differ",
    "decoder_input_ids has {rows} rows, and input_ids {inputs}: give both as many.",
)
ABOVE_CAPACITIES = Template(
    "above_capacities",
    "{beginning:,} tokens and {tokens:,} new ones pass the largest capacity of {capacity:,}: ask "
    "for fewer new tokens, shorten the prompt, or pass capacities of at least {needed:,} to "
    "fast_generate.",
)
MASK_DIFFERS = Template(
    "mask_differs",
    "attention_mask has shape {mask}, and input_ids {ids}: give both the same.",
)
PROMPT_WITHOUT_TOKEN = Template(
    "prompt_without_token", "Prompt {number} has no token: give it one, or leave it out."
)
NOT_TOKEN_IDS = Template(
    "not_token_ids",
    "{name} must be whole numbers of shape (prompts, tokens), not {dtype} of shape {shape}.",
)
NO_TOKEN_OF_THIS_MODEL = Template(
    "no_token_of_this_model", "{name} has {token:,}, which is no token of this model's {size:,}."
)
NOT_AN_ARRAY = Template(
    "not_an_array",
    "{name} must be an array of shape (prompts, tokens), not {given}: pad its rows to one length, "
    "and call outside of tf.function.",
)
BLOCK_TOO_SMALL = Template("block_too_small", "block must be 1 or more new tokens, not {block}.")
NO_SUCH_STRATEGY = Template(
    "no_such_strategy", "There is no strategy {strategy}: use one of {known}."
)
BAD_CAPACITIES = Template(
    "bad_capacities", "capacities must be whole numbers of 2 or more, not {given}."
)
NO_UI_LANGUAGE = Template("no_ui_language", "--ui-language must be {known}, not {given}.")
