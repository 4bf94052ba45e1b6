"""Messages on a request: its prompts and padding, what its model takes, and what it will cost."""

from __future__ import annotations

from .message import Template

# ------------------------------------------------------------------ requests

MODEL_NAME_NOT_UTF8 = Template(
    "model_name_not_utf8",
    "There is no model {model}: its name is not valid UTF-8, so rename it.",
)
AUDIO_NAME_NOT_UTF8 = Template(
    "audio_name_not_utf8", "The audio file's name is not valid UTF-8: rename it."
)
AUDIO_NAME_WITH_NUL = Template(
    "audio_name_with_nul",
    "The audio file's name contains a NUL character: there is no such file.",
)
CHOICE_NOT_UTF8 = Template(
    "choice_not_utf8", "The {name} is not valid UTF-8: give one that the model knows."
)
PROMPTS_AND_AUDIO = Template(
    "prompts_and_audio", "Give prompts or an audio file, not both: no model here takes the two."
)
SPEECH_WITH_CHAT = Template(
    "speech_with_chat", "A speech model has no chat template: switch Chat off."
)
LANGUAGE_WITHOUT_AUDIO = Template(
    "language_without_audio",
    "Language and task are of speech: leave them out, or give an audio file.",
)
NEW_TOKENS_OPEN = Template(
    "new_tokens_open",
    "max_new_tokens must be a number: only speech goes on to what is held.",
)
ONE_TOKEN_COMPILED = Template(
    "one_token_compiled",
    "max_new_tokens must be at least 2 in the graph and xla arms, whose loops have no shape for "
    "one token: ask for 2, or use the fast recipe or the eager arm.",
)
BLOCK_OUT_OF_RANGE = Template(
    "block_out_of_range", "block_tokens must be 1 to {most:,}, got {given:,}."
)
BLOCKS_NOT_DOCUMENTED = Template(
    "blocks_not_documented",
    "The documented recipe hands out its text only at the end: choose the fast recipe to stream "
    "it, or leave block_tokens out.",
)
NEVER_STOPPING_NOT_DOCUMENTED = Template(
    "never_stopping_not_documented",
    "early_stopping never cannot be traced by the documented recipe with a length_penalty above 0: "
    "choose the fast recipe or the eager arm, or set early_stopping to False or True.",
)
STOP_STRINGS_OF_BEAMS = Template(
    "stop_strings_of_beams",
    "stop_strings ends one text at a time, which beams are not: choose greedy search or sampling, "
    "or leave stop_strings empty.",
)

# ------------------------------------------------------------------ prompts

THE_PROMPT = Template("the_prompt", "The prompt")
PROMPT_NUMBER = Template("prompt_number", "Prompt {number}")
NO_PROMPT = Template("no_prompt", "The prompt is empty: type some text to continue.")
TOO_MANY_PROMPTS = Template(
    "too_many_prompts", "{count:,} prompts are more than the {most} of one batch: use fewer."
)
PROMPT_EMPTY = Template("prompt_empty", "{which} is empty: remove it or type some text.")
PROMPT_TOO_LONG = Template(
    "prompt_too_long", "{which} has {count:,} characters, more than {most:,}: shorten it."
)
PROMPT_WITH_NUL = Template(
    "prompt_with_nul", "{which} contains a NUL character at {place}: remove it."
)
PROMPT_NOT_UTF8 = Template(
    "prompt_not_utf8", "{which} is not UTF-8 at {place}: write it in UTF-8, or in a file of it."
)
PROMPT_WITH_SURROGATE = Template(
    "prompt_with_surrogate",
    "{which} contains half a character (a lone surrogate) at {place}: remove it.",
)
PROMPTS_TOO_LONG = Template(
    "prompts_too_long",
    "The prompts have {count:,} characters together, more than {most:,}: use fewer or shorter "
    "ones.",
)
NO_TEXT_FILE_THERE = Template("no_text_file_there", "There is no file {path}: check the path.")
NOT_A_TEXT_FILE = Template("not_a_text_file", "{name} is no text file of at most {limit}.")
TEXT_FILE_UNREADABLE = Template("text_file_unreadable", "{path} cannot be read ({why}).")
TEXT_FILE_ENCODED = Template("text_file_encoded", "{name} is {encoding}: save it as UTF-8.")
TEXT_FILE_NOT_UTF8 = Template(
    "text_file_not_utf8",
    "{name} is not UTF-8 (its byte {place:,} is none of it): save it as UTF-8.",
)

# ------------------------------------------------------------------ padding

PAD_ON_THE_LEFT = Template(
    "pad_on_the_left",
    "A decoder-only model continues the last token of its input, so padding must stand on the "
    "left.",
)
PAD_ON_THE_RIGHT = Template(
    "pad_on_the_right",
    "This model's encoder counts the positions of its input from the first one, padding or not, "
    "so padding must stand on the right.",
)
LENGTHS_DIFFER = Template(
    "lengths_differ",
    "The prompts have {least} to {most} tokens, and a batch must have one length: pad to the "
    "longest or to a multiple.",
)
ABOVE_FIXED_LENGTH = Template(
    "above_fixed_length",
    "A prompt has {tokens} tokens, more than the fixed length of {length}: raise the length or "
    "shorten the prompt.",
)
PAD_NOT_AT_ALL = Template("pad_not_at_all", "not at all")
PAD_TO_LONGEST = Template("pad_to_longest", "to the longest")
PAD_TO_MULTIPLE = Template("pad_to_multiple", "to a multiple of {multiple}")
PAD_TO_POWER_OF_TWO = Template("pad_to_power_of_two", "to a power of two")
PAD_TO_LENGTH = Template("pad_to_length", "to {length} tokens")

# ------------------------------------------------------------------ held against the model

HEARS_NO_PROMPT = Template(
    "hears_no_prompt",
    "{family} hears audio, it reads no prompt: open an audio file (--audio FILE).",
)
READS_NO_AUDIO = Template(
    "reads_no_audio",
    "{family} reads text, it hears no audio: choose a speech model, or type a prompt.",
)
NO_CHAT_TEMPLATE = Template(
    "no_chat_template", "This model's tokenizer has no chat template: switch Chat off."
)
CHAT_TEMPLATE_EMPTY = Template(
    "chat_template_empty",
    "The model's chat template writes nothing for prompt {number}: switch Chat off.",
)
CHAT_TEMPLATE_FAILS = Template(
    "chat_template_fails", "The model's chat template fails ({why}): switch Chat off."
)
EAGER_ONLY = Template(
    "eager_only",
    "{family} cannot be generated with in a graph or under XLA, Transformers does not have it: "
    "choose the eager arm (--arm eager).",
)
NO_CONTRASTIVE = Template(
    "no_contrastive",
    "{family} has no cache that contrastive search in Transformers can use: choose another "
    "strategy.",
)
DOCUMENTED_ONLY = Template(
    "documented_only",
    "{family} has a cache that the fast recipe's loops cannot run: choose the documented recipe "
    "(--recipe documented).",
)
NOT_IN_PRECISION = Template(
    "not_in_precision", "{family} does not run in {precision} here: choose {precisions}."
)
NO_TOKEN_OF_PROMPT = Template(
    "no_token_of_prompt",
    "The model's tokenizer makes no token of prompt {number} ({prompt}): type other text.",
)
NO_TOKEN_OF_WORD = Template(
    "no_token_of_word", "The model's tokenizer makes no token of {word}: leave it out."
)
WORD_OF_TOO_MANY_TOKENS = Template(
    "word_of_too_many_tokens",
    "{word} has {count} tokens, more than the {most} of one of bad_words_ids: shorten it.",
)
WORD_ABOVE_VOCABULARY = Template(
    "word_above_vocabulary",
    "bad_words_ids has {token:,}, which is no token of this model's {size:,}: use smaller ids, or "
    "the word itself.",
)
TOP_K_ABOVE_VOCABULARY = Template(
    "top_k_above_vocabulary",
    "top_k {top_k:,} is more than the vocabulary of {size:,} tokens: use fewer, or 0 to keep all.",
)
NEW_TOKENS_ABOVE_LIMIT = Template(
    "new_tokens_above_limit",
    "{tokens:,} new tokens are more than {limit}: ask for at most {room:,} new tokens.",
)
TOKENS_ABOVE_LIMIT = Template(
    "tokens_above_limit",
    "{taken:,} padded prompt tokens and {tokens:,} new tokens are more than {limit}: ask for at "
    "most {room:,} new tokens.",
)
POSITIONS_OF_MODEL = Template(
    "positions_of_model", "the {positions:,} positions of this {family} model"
)
POSITIONS_HERE = Template(
    "positions_here",
    "the {positions:,} that are computed here for a model without a limit of its own",
)
PROMPT_ABOVE_POSITIONS = Template(
    "prompt_above_positions",
    "The padded prompt has {tokens:,} tokens, and this {family} model takes {limit:,} before the "
    "new ones: shorten the prompt, or pad it less.",
)
PROMPT_ABOVE_ENCODER = Template(
    "prompt_above_encoder",
    "The padded prompt has {tokens:,} tokens, and this {family} model takes {limit:,} in its "
    "encoder: shorten the prompt, or pad it less.",
)
PAST_THE_WINDOW = Template(
    "past_the_window",
    "A prompt of {prompt:,} tokens and {tokens:,} new ones pass the sliding window of {window:,} "
    "tokens that {family} should attend to, which TensorFlow does not compute: {advice}.",
)
ASK_FOR_AT_MOST = Template("ask_for_at_most", "ask for at most {room:,} new tokens")
SHORTEN_THE_PROMPT = Template("shorten_the_prompt", "shorten the prompt")
TRANSCRIPT_ABOVE_ROOM = Template(
    "transcript_above_room",
    "{tokens:,} new tokens exceed the {room:,} that the decoder holds after the {prompt} of its "
    "prompt: ask for at most {room:,}, or leave the number out.",
)
NO_TOKENIZER_TO_COUNT = Template(
    "no_tokenizer_to_count",
    "{name} has no tokenizer.json, by which prompts are counted here: save its tokenizer once with "
    "AutoTokenizer.from_pretrained(folder).save_pretrained(folder).",
)
TOKENIZER_UNREADABLE = Template(
    "tokenizer_unreadable", "{name}/tokenizer.json cannot be read ({why})."
)

# ------------------------------------------------------------------ faults of upstream's code

REPEATED_RANDOM_NUMBERS = Template(
    "repeated_random_numbers",
    "The documented recipe draws every token with the same random numbers, so words may repeat: "
    "the fast recipe computes this right.",
)
DROPPED_BEAMS = Template(
    "dropped_beams",
    "The documented recipe drops the running beams once one has ended, so better texts can be lost "
    "or empty: the fast recipe computes this right.",
)
PADDING_IS_COMPARED = Template(
    "padding_is_compared",
    "The documented recipe compares tokens with the padding too, so padding changes the text: the "
    "fast recipe computes this right.",
)
PADDING_IS_PENALIZED = Template(
    "padding_is_penalized",
    "The documented recipe counts padding as an end token that was seen, so repetition_penalty "
    "moves the end of the text: the fast recipe computes this right.",
)

# ------------------------------------------------------------------ the forecast

ABOUT = Template("about", ", about {duration}")
BECAUSE = Template("because", ", because {reason}")
CACHED = Template("cached", "cached{about}")
EAGER = Template("eager", "eager, nothing to compile{about}")
STORED = Template("stored", "stored: {range}")
NEW = Template("new", "new: {range}{because}")

NO_FORECASTS_YET = Template("no_forecasts_yet", "No first call was forecast yet.")
WITHIN_FORECASTS = Template(
    "within_forecasts",
    "{within} of the last {count} first calls took a time within their forecast; nine of ten "
    "should.",
    one="{within} of 1 first call took a time within its forecast; nine of ten should.",
)

# ------------------------------------------------------------------ what a specialization costs

FIRST_CALL = Template("first_call", "first call {duration}")
FIRST_CALL_FROM_DISK = Template("first_call_from_disk", "first call {duration} from disk")
STEADY = Template("steady", "steady {duration}")
FIRST_TO_STEADY = Template("first_to_steady", "{first} → {steady} ({times} ×)")
REPAID = Template(
    "repaid",
    "{costs}; repaid after {count:,} calls against eager",
    one="{costs}; repaid after 1 call against eager",
)
NEVER_REPAID = Template("never_repaid", "{costs}; never repaid against eager")

CHANGE_STRUCTURAL = Template("change_structural", "structural: a new specialization{cost}")
CHANGE_SWITCHES_ON = Template(
    "change_switches_on", "structural once it is on: a new specialization{cost}; then live"
)
LAST_TIME = Template("last_time", ", last time {duration}")
PERHAPS = Template("perhaps", ", perhaps {range}")
CHANGE_LIVE = Template("change_live", "live: no retrace")
CHANGE_LIVE_WITHIN = Template(
    "change_live_within", "live: no retrace within the capacity of {capacity:,} tokens"
)
CHANGE_EAGER = Template("change_eager", "eager: there is nothing to retrace")

# ------------------------------------------------------------------ counts

COMPILES = Template("compiles", "{count:,} compiles", one="{count:,} compile")
PADDING_TOKENS = Template(
    "padding_tokens", "{count:,} padding tokens", one="{count:,} padding token"
)
NEW_TOKENS = Template("new_tokens", "{count:,} new tokens", one="{count:,} new token")
AS_MEASURED = Template("as_measured", "as measured here")
BY_ROUGH_FIGURES = Template("by_rough_figures", "by rough figures")

# ------------------------------------------------------------------ padding

NO_PROMPTS_TO_ADVISE = Template(
    "no_prompts_to_advise", "There are no prompts to advise on: give some."
)
PROMPT_ABOVE_LIMIT = Template(
    "prompt_above_limit",
    "A prompt has {tokens:,} tokens, more than the {limit:,} that the model takes here: shorten "
    "it.",
)
PADS_TOO_FAR = Template("pads_too_far", "pads to {tokens:,} tokens, and the model takes {limit:,}")
PAD_AND_NO_FEWER = Template(
    "pad_and_no_fewer",
    "Pad {policy}: {compiles} and {padding} in {calls}, about {duration} {basis}; no policy needs "
    "fewer compiles for less padding.",
)
PAD_OR_WITHOUT_BUCKETS = Template(
    "pad_or_without_buckets",
    "Pad {policy}: {compiles} and {padding} in {calls}, about {duration} {basis}; without buckets "
    "it would be {more_compiles} and about {more_duration}.",
)

# ------------------------------------------------------------------ capacity

DEFAULT_CAPACITY = Template("default_capacity", "The default capacity of {capacity:,} serves")
CHOOSE_CAPACITY = Template("choose_capacity", "Choose a capacity of {capacity:,}: it serves")
SPECIALIZATIONS_BY_ROWS = Template(
    "specializations_by_rows",
    "{count} specializations, one for each number of prompts in a call",
)
CAPACITY = Template(
    "capacity",
    "{choice} all of these prompts with {new_tokens} in {specializations}; {calls}, about "
    "{duration} {basis}.{more_compiles}{larger}",
)
WITH_DEFAULT_CAPACITY = Template(
    "with_default_capacity", " With {capacity:,} it would be {compiles}."
)
NO_LARGER_CAPACITY = Template("no_larger_capacity", " The model takes no more.")
LARGER_CAPACITY = Template(
    "larger_capacity",
    " {capacity:,} would hold {size} more, which is read at each new token: {duration}.",
)
