"""Messages on options: numbers and other values, what an option does, and what refuses it."""

from __future__ import annotations

from .message import Template

# ------------------------------------------------------------------ fields

NO_OPTION = Template("no_option", "{name} is not an option here.")
NOT_VALID = Template("not_valid", "{name}: {why}, got {given}.")

# ------------------------------------------------------------------ numbers

NOT_A_NUMBER = Template("not_a_number", "{name} must be a number, not {given}.")
NOT_FINITE = Template("not_finite", "{name} must be a finite number, not {given}.")
NOT_WHOLE = Template("not_whole", "{name} must be a whole number, not {given}.")
OUT_OF_RANGE = Template(
    "out_of_range", "{name} must be between {least:,} and {most:,}, not {given}."
)
OUT_OF_RANGE_ADVICE = Template(
    "out_of_range_advice", "{name} must be between {least:,} and {most:,}, not {given}. {advice}"
)
NUMBER_EMPTY = Template("number_empty", "{name} is empty: type a number.")
NUMBER_AMBIGUOUS = Template(
    "number_ambiguous",
    "{name} must be a number, not {given}, which may be read as a thousand: write it without the "
    "mark.",
)

# ------------------------------------------------------------------ values of options

NOT_A_SWITCH = Template("not_a_switch", "{name} must be true or false, not {given}.")
NOT_A_CHOICE = Template("not_a_choice", "{name} must be {choices}, not {given}.")
NOT_A_SEED = Template("not_a_seed", "{name} takes one or two whole numbers, not {given}.")
WORDS_UNREADABLE = Template(
    "words_unreadable",
    "{name} cannot be read: separate words by commas, and write token ids in brackets ([12, 5]).",
)
NOT_WORDS = Template(
    "not_words", "{name} must be a list of words or of lists of token ids, not {given}."
)
TOO_MANY_WORDS = Template(
    "too_many_words", "{name} has {count:,} words, more than {most:,}: use fewer."
)
NOT_A_WORD = Template(
    "not_a_word", "{name} takes words and lists of token ids ([[12, 5]]), not {given}."
)
WORD_LENGTH = Template("word_length", "{name} takes words of 1 to {most} token ids, not {given}.")
NOT_A_TOKEN_ID = Template("not_a_token_id", "{name} takes token ids, not {given}.")
WORD_EMPTY = Template("word_empty", "{name} has a word without a character: leave it out.")
WORD_TOO_LONG = Template(
    "word_too_long", "{name} has a word of more than {most} characters: shorten it."
)
WORD_NOT_UTF8 = Template(
    "word_not_utf8", "{name} has a word that is not valid UTF-8 ({word}): write it again."
)
WORD_WITH_NUL = Template("word_with_nul", "{name} has a word with a NUL character: remove it.")
TEXTS_UNREADABLE = Template(
    "texts_unreadable",
    "{name} cannot be read: separate texts by commas, and put quotes around commas.",
)
NOT_TEXTS = Template("not_texts", "{name} must be a list of texts, not {given}.")
TOO_MANY_TEXTS = Template(
    "too_many_texts", "{name} has {count:,} texts, more than {most:,}: use fewer."
)
TEXT_EMPTY = Template(
    "text_empty", "{name} has an empty text, which every text contains: leave it out."
)

# ------------------------------------------------------------------ options

GREEDY_FOR_ONE_BEAM = Template("greedy_for_one_beam", "With one beam, choose greedy or sampling.")
GREEDY_FOR_COLD = Template("greedy_for_cold", "For always the most likely token choose greedy.")
GREEDY_FOR_LIKELIEST = Template(
    "greedy_for_likeliest", "For the likeliest token alone choose greedy."
)
GREEDY_FOR_NO_PENALTY = Template(
    "greedy_for_no_penalty", "At 0 contrastive search is greedy search: choose greedy."
)
PENALTY_FOR_REPEATS = Template(
    "penalty_for_repeats", "To make repeats less likely use repetition_penalty."
)
MORE_SEQUENCES_THAN_BEAMS = Template(
    "more_sequences_than_beams",
    "num_return_sequences {sequences} is more than num_beams {beams}: beams are what is returned, "
    "so raise num_beams or return fewer.",
)
NOTHING_TO_CONTRAST = Template(
    "nothing_to_contrast",
    "top_k {top_k} leaves contrastive search nothing to choose from: use 2 or more (4 is usual).",
)
MIN_ABOVE_MAX_NEW_TOKENS = Template(
    "min_above_max_new_tokens",
    "min_new_tokens {least:,} is more than max_new_tokens {most:,}: ask for fewer, or raise "
    "max_new_tokens.",
)
PASSED_OVER = Template(
    "passed_over",
    "{name} is passed over by TensorFlow's generate: choose the fast recipe, or set {name} to "
    "{neutral}.",
)
PASSED_OVER_USE_TOP_P = Template(
    "passed_over_use_top_p",
    "{name} is passed over by TensorFlow's generate: choose the fast recipe, or set {name} to "
    "{neutral} and use top_p.",
)
NGRAMS_NOT_DOCUMENTED = Template(
    "ngrams_not_documented",
    "no_repeat_ngram_size is not for the documented recipe, since no tf.function can hold "
    "upstream's code for it: choose the fast recipe, or set no_repeat_ngram_size to 0 and use "
    "repetition_penalty.",
)
BAD_WORDS_NOT_DOCUMENTED = Template(
    "bad_words_not_documented",
    "bad_words_ids is not for the documented recipe, since XLA cannot convert upstream's code for "
    "it: choose the fast recipe, or leave bad_words_ids empty.",
)
STOP_STRINGS_NOT_DOCUMENTED = Template(
    "stop_strings_not_documented",
    "stop_strings is not for the documented recipe, whose text comes only at the end: choose the "
    "fast recipe, or leave stop_strings empty.",
)
SCORES_IGNORED = Template(
    "scores_ignored", "output_scores is ignored under XLA: only the tokens come back."
)
NO_BEAM_GROUPS = Template(
    "no_beam_groups", "num_beam_groups (diverse beams) is not implemented in TensorFlow."
)

# ------------------------------------------------------------------ what an option does

ABOUT_MAX_NEW_TOKENS = Template(
    "about_max_new_tokens",
    "How many tokens to generate at the most (speech: as many as the decoder holds).",
)
ABOUT_NUM_BEAMS = Template(
    "about_num_beams",
    "How many candidate continuations each prompt keeps.",
)
ABOUT_NUM_RETURN_SEQUENCES = Template(
    "about_num_return_sequences",
    "How many continuations of each prompt to return.",
)
ABOUT_TEMPERATURE = Template(
    "about_temperature",
    "Divides the logits: below 1 the likely tokens gain, above 1 the unlikely ones.",
)
ABOUT_TOP_K = Template(
    "about_top_k",
    "Keep only this many of the likeliest tokens (0: keep all; contrastive: candidates).",
)
ABOUT_TOP_P = Template(
    "about_top_p",
    "Keep the likeliest tokens whose probabilities sum to this (1: keep all).",
)
ABOUT_MIN_P = Template(
    "about_min_p",
    "Drop tokens less likely than this times the likeliest (0: keep all; fast recipe only).",
)
ABOUT_REPETITION_PENALTY = Template(
    "about_repetition_penalty",
    "Above 1, tokens already in the text become less likely (1: off).",
)
ABOUT_LENGTH_PENALTY = Template(
    "about_length_penalty",
    "Above 0 longer beams score better, below 0 shorter ones.",
)
ABOUT_PENALTY_ALPHA = Template(
    "about_penalty_alpha",
    "Contrastive search: how much a token that resembles the context is penalized.",
)
ABOUT_SEED = Template(
    "about_seed",
    "Start of the random numbers, one or two whole numbers: the same seed gives the same text. "
    "(The documented recipe's beam sampling takes none.)",
)
ABOUT_IGNORE_EOS = Template(
    "about_ignore_eos",
    "Go on after the model's end-of-text token, always to the full number of new tokens.",
)
ABOUT_MIN_NEW_TOKENS = Template(
    "about_min_new_tokens",
    "Let no text end before it has this many new tokens (0: off; fast recipe only).",
)
ABOUT_EARLY_STOPPING = Template(
    "about_early_stopping",
    "When beam search ends: False, once better texts are unlikely; True, once num_beams texts "
    "have ended; never, once no better text is possible.",
)
ABOUT_TYPICAL_P = Template(
    "about_typical_p",
    "Keep the tokens whose surprise is nearest to the expected one, until their probabilities "
    "sum to this (1: keep all; fast recipe only).",
)
ABOUT_NO_REPEAT_NGRAM_SIZE = Template(
    "about_no_repeat_ngram_size",
    "No run of this many tokens comes twice (0: off; fast recipe only).",
)
ABOUT_BAD_WORDS_IDS = Template(
    "about_bad_words_ids",
    "Words that never come, each as it stands after a space (fast recipe only).",
)
ABOUT_STOP_STRINGS = Template(
    "about_stop_strings",
    "End a text at the first token with which what was generated contains one of these (fast "
    "recipe only).",
)
