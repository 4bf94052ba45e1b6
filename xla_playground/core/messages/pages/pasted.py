"""Messages on code that was pasted, and on arguments of ``generate`` that are no options."""

from __future__ import annotations

from ..message import Template

# ------------------------------------------------------------------ the text

NOTHING_PASTED = Template("nothing_pasted", "There is no text: copy the code first.")
CODE_TOO_LONG = Template(
    "code_too_long",
    "The text has {count:,} characters, and at most {most:,} are read as code: copy only the lines "
    "that load the model, tokenize and generate.",
)
CODE_TOO_DEEP = Template(
    "code_too_deep", "The text is nested too deep to be read as code: copy only the call."
)
LIST_TOO_LONG = Template(
    "list_too_long",
    "A list in the code has more than {most:,} values: copy only the call and its prompts.",
)
NOT_PYTHON = Template(
    "not_python", "Line {line} is neither Python nor JSON ({why}): copy whole statements."
)
NOTHING_TO_TAKE = Template(
    "nothing_to_take",
    "The text has no call of generate, no options and no prompts: copy the line with "
    "model.generate(…), its keyword arguments, or a generation_config.json.",
)
CALLS_LEFT_OUT = Template(
    "calls_left_out",
    "{count} more calls of generate: the last one was taken.",
    one="One more call of generate: the last one was taken.",
)

# ------------------------------------------------------------------ arguments

NEEDS_LITERAL = Template(
    "needs_literal", "{name} needs {kind}, and {code} is none in this text: type it here."
)
A_NUMBER = Template("a_number", "a number")
A_WHOLE_NUMBER = Template("a_whole_number", "a whole number")
A_SWITCH = Template("a_switch", "True or False")
A_CHOICE = Template("a_choice", "{choices}")
A_SEED = Template("a_seed", "one or two whole numbers")
A_LIST_OF_IDS = Template("a_list_of_ids", "a list of lists of token ids")
A_LIST_OF_TEXTS = Template("a_list_of_texts", "a text or a list of texts")
ENTRIES_UNKNOWN = Template(
    "entries_unknown", "{code} is no dictionary in this text, so its entries are not known."
)
NO_SUCH_ARGUMENT = Template("no_such_argument", "{name} is no argument of generate that is known.")
IS_CODE = Template("is_code", "{name} is Python code, which no compiled loop runs.")
NOT_COMPUTED_HERE = Template("not_computed_here", "{name} is not computed by either recipe.")
ONLY_RETURNED = Template(
    "only_returned", "{name} asks for more than the tokens, which are all that comes back."
)
CHANGES_NO_TOKEN = Template("changes_no_token", "{name} changes no token, so it has no control.")
SPECIAL_TOKENS = Template(
    "special_tokens", "{names}: special tokens are those of the model's own folder."
)
NOT_READ = Template(
    "not_read", "{name} is not read by the strategy {strategy}, so it was left as it is."
)
NO_LENGTH = Template(
    "no_length",
    "The call names no length, so max_new_tokens stays as it is: generate itself would stop at "
    "max_length=20.",
)
NO_TOKEN_AFTER = Template(
    "no_token_after",
    "max_length {longest:,} leaves no new token after the {count:,} of the input: raise it, or "
    "give max_new_tokens.",
)
LENGTH_OF_CHAT = Template(
    "length_of_chat",
    "max_length counts the tokens of the chat template, which are not known here: give "
    "max_new_tokens.",
)
CONTRADICTS_STRATEGY = Template(
    "contradicts_strategy",
    "do_sample {given} contradicts the strategy {strategy}: give one of the two.",
)

# ------------------------------------------------------------------ model, prompts, padding

MODEL_UNKNOWN = Template(
    "model_unknown", "The model's name is {code}, which is no text here: the model stays."
)
PROMPTS_UNKNOWN = Template(
    "prompts_unknown", "The prompts are {code}, which is no text here: the prompts stay."
)
PROMPTS_NOT_TAKEN = Template("prompts_not_taken", "The prompts stay: {problem}")
PROMPT_HAS_BREAK = Template(
    "prompt_has_break",
    "The prompts stay: one has a line break, and each line is a prompt of its own here.",
)
MESSAGES_NOT_TAKEN = Template(
    "messages_not_taken",
    "Only the messages of the user were taken: a chat here is one message and its answer.",
)
LOOP_IS_BATCH = Template(
    "loop_is_batch",
    "The code runs its {count} prompts one after the other; here they are one batch.",
)
PADDING_UNKNOWN = Template(
    "padding_unknown", "{name} is {code}, which is no value here: the padding stays."
)
PADDING_NOT_TAKEN = Template("padding_not_taken", "The padding stays: {problem}")
NO_TRUNCATION = Template(
    "no_truncation", "truncation was left out: prompts are never cut here, a long one is refused."
)
PRECISION_NOT_TAKEN = Template(
    "precision_not_taken", "The precision stays: {given} is none of {known}."
)
NOT_QUANTIZED = Template(
    "not_quantized", "{name} was left out: weights are computed in float32 or half precision."
)
LANGUAGE_NOT_TAKEN = Template(
    "language_not_taken",
    "forced_decoder_ids was left out: choose language and task in the Speech panel.",
)

# ------------------------------------------------------------------ the command line

STDIN_NOT_UTF8 = Template(
    "stdin_not_utf8", "The code is not UTF-8: byte {place:,} is no character. Save it as UTF-8."
)
