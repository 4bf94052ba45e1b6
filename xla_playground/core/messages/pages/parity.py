"""Messages on whether a specialization writes eager's tokens, and on what a recipe does not do."""

from __future__ import annotations

from ..message import Template

# ------------------------------------------------------------------ verdicts

PARITY_EQUAL = Template(
    "parity_equal",
    "The tokens are eager's: {count} new tokens of each text were compared.",
    one="The token is eager's: 1 new token of each text was compared.",
)
PARITY_NEAR_TIE = Template(
    "parity_near_tie",
    "{place} differs from eager's by a near tie, which rounding decides: {scores}.",
)
PARITY_DIFFERS = Template("parity_differs", "{place} differs from eager's: {scores}.")
PARITY_PLACE = Template("parity_place", "Token {token}")
PARITY_PLACE_OF_TEXT = Template("parity_place_of_text", "Token {token} of text {text}")
PARITY_PROBABILITIES = Template(
    "parity_probabilities",
    "{compiled} has the probability {compiled_score}, eager's {eager} has {eager_score}",
)
PARITY_TEXT_SCORES = Template(
    "parity_text_scores",
    "{compiled} and eager's {eager} begin texts of the scores {compiled_score} and {eager_score}",
)
PARITY_CONTRASTIVE = Template(
    "parity_contrastive",
    "{probabilities}; contrastive search weighs these with the likeness to the text before",
)
PARITY_NO_SCORES = Template(
    "parity_no_scores", "{compiled} in place of {eager}, without scores ({why})"
)
PARITY_END_OF_TEXT = Template("parity_end_of_text", "the end of the text")
PARITY_NO_NUMBERS = Template("parity_no_numbers", "the model's scores are no numbers there")

# ------------------------------------------------------------------ what is not checked

PARITY_UNCHECKED = Template("parity_unchecked", "Not checked against eager: {why}.")
PARITY_IS_EAGER = Template("parity_is_eager", "the call is eager itself")
PARITY_IS_DRAWN = Template("parity_is_drawn", "its tokens are drawn at random")
PARITY_OF_EARLIER = Template("parity_of_earlier", "an earlier version of this program made it")
PARITY_NOT_COMPLETED = Template("parity_not_completed", "the call did not come to its end")
PARITY_NO_TOKENS = Template("parity_no_tokens", "the call wrote no token")
PARITY_BEAMS_TOO_LONG = Template(
    "parity_beams_too_long",
    "beam search is compared by whole texts, and {tokens:,} new tokens take eager too long; "
    "{most} are compared",
)
PARITY_TOO_MANY_WINDOWS = Template(
    "parity_too_many_windows",
    "a recording of {windows:,} windows takes eager too long; {most} are compared",
)
PARITY_NO_ROOM = Template(
    "parity_no_room", "{model} takes about {needed} once more, and {free} are free"
)
PARITY_FAILED = Template("parity_failed", "Not checked against eager, which failed: {why}")

# ------------------------------------------------------------------ options of a recipe

FAST_COMPUTES_IT = Template("fast_computes_it", "{fault}: fast computes it.")
FAST_COMPUTES_IT_RIGHT = Template("fast_computes_it_right", "{fault}: fast computes this right.")
NO_FAST_FOR_IT = Template("no_fast_for_it", "{fault}: fast would, but not for this family.")

NOT_READ_UPSTREAM = Template("not_read_upstream", "TensorFlow's generate passes it over")
NGRAMS_NOT_TRACED = Template("ngrams_not_traced", "No tf.function can hold upstream's code for it")
BAD_WORDS_NOT_CONVERTED = Template(
    "bad_words_not_converted", "XLA cannot convert upstream's code for it"
)
STOP_STRINGS_AT_END = Template(
    "stop_strings_at_end", "documented has its text only when it is over"
)
SEED_NOT_READ = Template("seed_not_read", "documented's beam sampling takes no seed")
NEVER_NOT_TRACED = Template(
    "never_not_traced", "documented cannot trace never with a length_penalty above 0"
)
ONE_TOKEN_NOT_TRACED = Template(
    "one_token_not_traced", "documented's graph and xla arms have no shape for 1"
)
MAY_REPEAT_WORDS = Template(
    "may_repeat_words",
    "documented draws every token with the same random numbers, so words may repeat",
)
MAY_LOSE_BEAMS = Template(
    "may_lose_beams",
    "documented drops the running beams once one has ended, so better texts can be lost",
)
MAY_COMPARE_PADDING = Template(
    "may_compare_padding", "documented compares tokens with the padding too, which changes the text"
)
MAY_PENALIZE_PADDING = Template(
    "may_penalize_padding",
    "documented counts padding as seen, which moves the end of a text if the end token pads",
)
NO_DIVERSE_BEAMS = Template(
    "no_diverse_beams", "TensorFlow has no diverse beams (num_beam_groups), and fast has none."
)
NO_SCORES_UNDER_XLA = Template(
    "no_scores_under_xla",
    "XLA ignores output_scores: the switch Probabilities below the text shows them.",
)
