"""What each control of the window does and what it costs, for What's This."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from .page_texts import PAGE_TEXTS

#: The text of a control by its object name. Options have theirs in their tooltips, which say
#: what an option does, whether it is live or structural, and why it may be greyed out.
TEXTS: dict[str, object] = {
    "prompt_edit": QT_TRANSLATE_NOOP(
        "whats_this",
        "The prompts, one a line. Several lines are one batch: its width and its padded "
        "length are part of the specialization.",
    ),
    "samples_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Replaces the prompts with a sample. It costs a trace and a compile only if the shape"
        " is new.",
    ),
    "chat_switch": QT_TRANSLATE_NOOP(
        "whats_this",
        "Puts each prompt into the chat template of the model. The template's tokens make the"
        " prompt longer.",
    ),
    "model_combo": QT_TRANSLATE_NOOP(
        "whats_this",
        "The model of the next call. Another one has specializations of its own.",
    ),
    "open_model_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Opens a model from a folder, a file or the hub. Loading it takes memory beside the "
        "present one until that is released.",
    ),
    "model_settings_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Sets the options that the publisher of the model chose. Structural ones lead to a "
        "new specialization.",
    ),
    "generation_fold": QT_TRANSLATE_NOOP(
        "whats_this",
        "Shows or hides the options that make no difference to the next call. It changes no call.",
    ),
    "padding_fold": QT_TRANSLATE_NOOP(
        "whats_this",
        "Shows or hides the padding entries that are not read. It changes no call.",
    ),
    "enlarge_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Lets the page fill the middle of the window, beside the panels at the left, and brings "
        "text and plots back. It changes no call.",
    ),
    "strategy": QT_TRANSLATE_NOOP(
        "whats_this",
        "How the next token is chosen. Another strategy is another loop, so a new specialization.",
    ),
    "stream": QT_TRANSLATE_NOOP(
        "whats_this",
        "When text appears while a call runs. Blocks let a call end early, and cost a little "
        "between them.",
    ),
    "dice_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Draws a new seed. A seed is an input of the function: it costs no trace.",
    ),
    "advise_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Finds the padding policy that costs a list of prompts the least time. It computes "
        "forecasts and makes no call.",
    ),
    "padding_mode": QT_TRANSLATE_NOOP(
        "whats_this",
        "How prompts are padded. Fewer padded lengths mean fewer specializations, but more "
        "padding to compute.",
    ),
    "padding_side": QT_TRANSLATE_NOOP(
        "whats_this",
        "Where the padding goes. The other side is another specialization.",
    ),
    "multiple_of": QT_TRANSLATE_NOOP(
        "whats_this",
        "Prompts are padded to a multiple of this. A larger one means fewer first calls and "
        "more padding.",
    ),
    "length": QT_TRANSLATE_NOOP(
        "whats_this",
        "Prompts are padded to this length. One length means one specialization for all of them.",
    ),
    "capacity": QT_TRANSLATE_NOOP(
        "whats_this",
        "Room for tokens in the cache of the fast recipe. Within it, another number of new "
        "tokens costs no trace.",
    ),
    "segment_eager": QT_TRANSLATE_NOOP(
        "whats_this",
        "Runs operation by operation, without trace or compile. Each call pays the time of Python.",
    ),
    "segment_graph": QT_TRANSLATE_NOOP(
        "whats_this",
        "Traces one tf.function, and runs the graph. The first call pays for the trace.",
    ),
    "segment_xla": QT_TRANSLATE_NOOP(
        "whats_this",
        "Traces one tf.function, and has XLA compile it. The first call is the slowest, "
        "steady calls the fastest.",
    ),
    "segment_documented": QT_TRANSLATE_NOOP(
        "whats_this",
        "The code of the guide. Most changes of options need a new specialization.",
    ),
    "segment_fast": QT_TRANSLATE_NOOP(
        "whats_this",
        "Our own loop. It traces in a fraction of the time, and most options are live.",
    ),
    "segment_float32": QT_TRANSLATE_NOOP(
        "whats_this",
        "Computes in float32, as the guide does. It takes the most memory.",
    ),
    "segment_bfloat16": QT_TRANSLATE_NOOP(
        "whats_this",
        "Computes in bfloat16: half the memory, perhaps other tokens, and specializations of "
        "its own.",
    ),
    "segment_float16": QT_TRANSLATE_NOOP(
        "whats_this",
        "Computes in float16: half the memory, perhaps other tokens, and specializations of "
        "its own.",
    ),
    "repeat": QT_TRANSLATE_NOOP(
        "whats_this",
        "How many calls one press of Run makes. After the first call the others are steady.",
    ),
    "run_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Makes the calls. The forecast beside it says whether a specialization is there, and "
        "how long it takes.",
    ),
    "cancel_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Gives up the running call. A call that does not stream ends the worker, and its "
        "specializations in memory are gone.",
    ),
    "show_race_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Opens the race, which makes this call on several lanes. Nothing runs yet.",
    ),
    "copy_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Copies the text of all sequences.",
    ),
    "probabilities_box": QT_TRANSLATE_NOOP(
        "whats_this",
        "Shades each token by its probability. Scores are other outputs of the function: a "
        "new specialization.",
    ),
    "processed_box": QT_TRANSLATE_NOOP(
        "whats_this",
        "Shows probabilities after the processors instead of those of the model alone.",
    ),
    "parity_badge": QT_TRANSLATE_NOOP(
        "whats_this",
        "Whether the tokens are those of the eager arm.",
    ),
    "documented_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Switches the recipe to the guide's, to measure what its code takes here. Its first "
        "call is slow.",
    ),
    "newest_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Shows the newest call, and those that follow.",
    ),
    "export_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Saves what is shown beside it as a file. Nothing is run.",
    ),
    "fit_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Keeps all calls in view, in both plots.",
    ),
    "follow_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Keeps the latest calls in view, in both plots.",
    ),
    "linear_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Switches the axis of time between linear and logarithmic. A first call dwarfs steady"
        " calls on a linear one.",
    ),
    "rolling_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Takes medians and p95 over the last 50 calls of each series instead of over all.",
    ),
    **PAGE_TEXTS,
}
#: The texts of controls whose object names begin alike.
TEXTS_BY_BEGINNING: dict[str, object] = {
    "note_fast_": QT_TRANSLATE_NOOP(
        "whats_this", "Switches the recipe to fast, under which this option is live."
    ),
    "claim_repeat": QT_TRANSLATE_NOOP(
        "whats_this",
        "Makes the experiment of this row. It pays first calls of its own, and Run waits.",
    ),
    "race_lane_": QT_TRANSLATE_NOOP(
        "whats_this", "Whether this lane races. Each one pays a first call of its own."
    ),
}


def own_text(name: str) -> object:
    """Return the text of a control, an empty one if it has none."""
    begins = (text for start, text in TEXTS_BY_BEGINNING.items() if name.startswith(start))
    return TEXTS.get(name) or next(begins, "")
