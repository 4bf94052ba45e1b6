"""Messages of the lessons and of the published claims."""

from __future__ import annotations

from ..message import Template

# ------------------------------------------------------------------ files of lessons

LESSON_HEADER = Template(
    "lesson_header", "{file} begins with no header: write TOML between two lines of +++."
)
LESSON_TOML = Template("lesson_toml", "{file}, line {line}: this is no TOML ({why}).")
LESSON_FIELD = Template("lesson_field", "{file}, line {line}: {field} is not valid ({why}).")
LESSON_BLOCK_OPEN = Template(
    "lesson_block_open", "{file}, line {line}: the block has no end: close it by three backticks."
)
LESSON_TWO_BLOCKS = Template(
    "lesson_two_blocks",
    "{file}, line {line}: a part has one step or one question: begin a new part by a heading.",
)
LESSON_STEP_TWICE = Template(
    "lesson_step_twice", "{file}: two steps are named {step}: rename one of them."
)
LESSON_NO_STEP = Template(
    "lesson_no_step", "{file}: {step} is no step before it is mentioned: name an earlier one."
)
LESSON_NO_FIGURE = Template(
    "lesson_no_figure", "{file}, line {line}: a step has no figure {name}: take one of {names}."
)
LESSON_FIGURE_OF_CALL = Template(
    "lesson_figure_of_call",
    "{file}: the question on {step} has a figure, which only the lab measures: give a field.",
)
LESSON_NO_SOURCE = Template(
    "lesson_no_source", "{file}: {name} is no source of figures: take one of {names}."
)
LESSON_SETTINGS = Template("lesson_settings", "{file}, step {step}: {problem}")
LESSON_NO_TEMPLATE = Template(
    "lesson_no_template", "the lab has no template {name}: take one of {names}."
)
LESSON_NO_KNOB = Template("lesson_no_knob", "its file has no {name}: take one of {names}.")
LESSON_UNKNOWN = Template("lesson_unknown", "There is no lesson {name}: see `lessons list`.")
LESSON_OR_ALL = Template(
    "lesson_or_all", "Name one lesson, or give --all: `lessons list` shows their names."
)
PROGRESS_NOT_SAVED = Template(
    "progress_not_saved", "The progress of the lessons cannot be saved ({why}): free some space."
)

# ------------------------------------------------------------------ figures

FIGURE_CACHE = Template("figure_cache", "source of the program")
FIGURE_PHASES = Template("figure_phases", "phases")
FIGURE_REASONS = Template("figure_reasons", "new because of")
FIGURE_TOKENS = Template("figure_tokens", "tokens")
FIGURE_TEXT = Template("figure_text", "text")
FIGURE_NEW_TOKENS = Template("figure_new_tokens", "new tokens")
FIGURE_PROMPT_TOKENS = Template("figure_prompt_tokens", "tokens of the prompt")
FIGURE_PADDED_LENGTH = Template("figure_padded_length", "padded length")
FIGURE_PADDING_SIDE = Template("figure_padding_side", "side of the padding")
FIGURE_TRACES = Template("figure_traces", "programs traced")
FIGURE_NOTICES = Template("figure_notices", "notices")
FIGURE_REFUSED = Template("figure_refused", "refused because of")
FIGURE_TRACE = Template("figure_trace", "trace")
FIGURE_COMPILE = Template("figure_compile", "compile")
FIGURE_LOAD = Template("figure_load", "load")
FIGURE_STORE = Template("figure_store", "store")
FIGURE_RUN = Template("figure_run", "run")
FIGURE_TOTAL = Template("figure_total", "whole call")
FIGURE_FUSIONS = Template("figure_fusions", "fusions")
FIGURE_DOTS = Template("figure_dots", "matrix products (dot)")
FIGURE_WHILE_LOOPS = Template("figure_while_loops", "loops")
FIGURE_TANH = Template("figure_tanh", "tanh instructions")
FIGURE_INSTRUCTIONS = Template("figure_instructions", "instructions")
NO_VALUE = Template("no_value", "none")

# ------------------------------------------------------------------ figures of the lab

LAB_CACHE = Template("lab_cache", "source of the program, {arm}, call by call")
LAB_REASONS = Template("lab_reasons", "traced again by {arm} because of")
LAB_RETRACES = Template("lab_retraces", "traces of {arm} after its first call")
LAB_FIRST_CALL = Template("lab_first_call", "first call of {arm}")
LAB_STEADY = Template("lab_steady", "steady call of {arm}")
LAB_CALL = Template("lab_call", "call {number} of {arm}")
LAB_BREAK_EVEN = Template(
    "lab_break_even", "calls until {arm} has paid for its first one, against eager"
)
LAB_DIFFERENCE = Template("lab_difference", "largest difference of the results of {arm} from eager")
LAB_ERROR = Template("lab_error", "error of {arm}")
LAB_FIRST_STEP = Template("lab_first_step", "first step of {method}, jit_compile={is_on}")
LAB_STEP = Template("lab_step", "steady step of {method}, jit_compile={is_on}")
LAB_LOSSES = Template("lab_losses", "largest difference of the losses, jit_compile=True from False")

# ------------------------------------------------------------------ expectations

EXPECT_IS = Template("expect_is", "{figure}: {value}")
EXPECT_AT_LEAST = Template("expect_at_least", "{figure}: {least} or more")
EXPECT_AT_MOST = Template("expect_at_most", "{figure}: at most {most}")
EXPECT_SAME = Template("expect_same", "{figure}: the same as in the step “{step}”")
EXPECT_OTHER = Template("expect_other", "{figure}: others than in the step “{step}”")
EXPECT_LONGEST = Template("expect_longest", "longest phase: {phase}")
EXPECT_RATIO_ABOVE = Template(
    "expect_ratio_above", "{one} takes at least {least} times as long as {other}"
)
EXPECT_RATIO_BELOW = Template(
    "expect_ratio_below", "{one} takes at most {most} times as long as {other}"
)
EXPECT_RATIO_BETWEEN = Template(
    "expect_ratio_between", "{one} takes {least} to {most} times as long as {other}"
)
EXPECT_BREAK_EVEN = Template(
    "expect_break_even", "{one} has paid for its first call, against {other}, after some calls"
)
FIGURE_OF_STEP = Template("figure_of_step", "{figure} of “{step}”")
MEASURED_VALUE = Template("measured_value", "{figure}: {value}")
MEASURED_SAME = Template("measured_same", "{figure}: the same")
MEASURED_OTHERS = Template("measured_others", "{figure}: others")
MEASURED_RATIO = Template("measured_ratio", "{ratio} times: {one} against {other}")
MEASURED_NEVER = Template("measured_never", "it never pays for its first call")
MEASURED_CALLS = Template("measured_calls", "after {count:,} calls", "after one call")
MEASURED_NOT = Template("measured_not", "{figure}: not measured")
MACHINE_DISAGREES = Template(
    "machine_disagrees", "This machine disagrees. Expected: {expected}. Measured: {measured}."
)
NOT_A_FIRST_CALL = Template(
    "not_a_first_call",
    "The program of “{step}” was built by an earlier call, so that this says nothing of a first "
    "one: `xla-playground lessons run {lesson}` begins with an empty store.",
)
NOT_A_NEW_PROCESS = Template(
    "not_a_new_process",
    "The worker still had the program of “{step}” in memory: close the window, open it again, and "
    "run the step first.",
)
STEP_NOT_MADE = Template("step_not_made", "The step “{step}” comes first: run it.")
PUBLISHED = Template("published", "Published: {one} against {other}, {ratio} times ({source})")

# ------------------------------------------------------------------ sources

SOURCE_GUIDE = Template("source_guide", "the guide, on a T4")
SOURCE_POST = Template("source_post", "Faster Text Generation with TensorFlow and XLA, RTX 3090")
SOURCE_TABLE_A100 = Template("source_table_a100", "the benchmark table of the post, on an A100")
SOURCE_TABLE_T4 = Template("source_table_t4", "the benchmark table of the post, on a T4")

# ------------------------------------------------------------------ questions

QUESTION_RIGHT = Template("question_right", "That is it: {change}.")
QUESTION_WRONG = Template(
    "question_wrong", "You turned {change}. That is not the answer: turn it back, and try another."
)
KNOB_TURNED = Template("knob_turned", "{name} from {old} to {new}")
CALLS_TURNED = Template("calls_turned", "the calls")

# ------------------------------------------------------------------ published claims

CLAIM_GUIDE_FIRST = Template("claim_guide_first", "A first call against the next one, beams of 2")
CLAIM_GUIDE_OTHER = Template(
    "claim_guide_other", "Another prompt of the same padded length against the one before"
)
CLAIM_FORWARD = Template("claim_forward", "A forward pass, eager against XLA")
CLAIM_FORWARD_FIRST = Template(
    "claim_forward_first", "A forward pass, the first call of XLA against the next one"
)
CLAIM_KEY_FIRST = Template("claim_key_first", "A small function, the first call against the same")
CLAIM_KEY_DTYPE = Template("claim_key_dtype", "The function with a new dtype against the same call")
CLAIM_KEY_SHAPE = Template("claim_key_shape", "The function with a new shape against the same call")
CLAIM_KEY_ARGUMENT = Template(
    "claim_key_argument", "The function with a new Python argument against the same call"
)
CLAIM_UNPADDED = Template(
    "claim_unpadded", "Unpadded prompts: the first length against the second one"
)
CLAIM_OTHER_LENGTH = Template(
    "claim_other_length", "Another unpadded length against a padded call that only runs"
)
CLAIM_PADDED = Template("claim_padded", "Padded prompts: the first call against the second one")
CLAIM_NEW_OPTION = Template("claim_new_option", "A new option against a padded call that only runs")
CLAIM_EAGER = Template("claim_eager", "{strategy}, {model}: eager against XLA")
CLAIM_TORCH = Template("claim_torch", "{strategy}, {model}: PyTorch against XLA")

REASON_OF_FIRST = Template(
    "reason_of_first",
    "A first call is the work of Python and of the compiler, which depends on the processor, and a "
    "steady one is the work of the model: here {model} on {device}, there {theirs} on "
    "{their_device}.",
)
REASON_OF_EAGER = Template(
    "reason_of_eager",
    "Eager pays for the start of each operation, whatever the operation does. The larger the "
    "operations, the less of it XLA can save: here {model} on {device}, there {theirs} on "
    "{their_device}.",
)
REASON_OF_FUNCTION = Template(
    "reason_of_function",
    "The function computes next to nothing, so that the ratio is one of Python's time and the "
    "compiler's: here on {device}, there on a machine with {their_device}.",
)
A_FUNCTION = Template("a_function", "a function")
CORES_OF = Template("cores_of", "{count} cores ({machine})", "{count} core ({machine})")
AN_NVIDIA_GPU = Template("an_nvidia_gpu", "an NVIDIA GPU")
REASON_OF_TORCH = Template("reason_of_torch", "Not measured. {why}")
NO_SUCH_CLAIM = Template("no_such_claim", "There is no claim {claim}: take one of {claims}.")
