"""What each control of the window does and what it costs, for What's This."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

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
    "call_filter": QT_TRANSLATE_NOOP(
        "whats_this",
        "Shows only the calls that match these words. The others stay in the history.",
    ),
    "call_filter_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Chooses which models, arms, recipes, strategies and reasons are shown.",
    ),
    "parts_of_call_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Breaks the selected call down into trace, compile and run.",
    ),
    "select_calls_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Selects the calls of this row in the table of calls.",
    ),
    "segment_of_history": QT_TRANSLATE_NOOP(
        "whats_this",
        "Adds up the seconds of all sessions.",
    ),
    "segment_of_session": QT_TRANSLATE_NOOP(
        "whats_this",
        "Adds up the seconds of this session alone.",
    ),
    "warm_up_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Prepares specializations in the background, so that later calls are steady. It takes"
        " a core meanwhile.",
    ),
    "cancel_warm_up_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Stops warming up. What was stored stays.",
    ),
    "parity_switch": QT_TRANSLATE_NOOP(
        "whats_this",
        "Compares each specialization with the eager arm while no call runs. It costs one "
        "eager call each.",
    ),
    "store_limit": QT_TRANSLATE_NOOP(
        "whats_this",
        "How much the store may hold on disk. Past it, the specialization that was unused for"
        " longest goes.",
    ),
    "memory_budget": QT_TRANSLATE_NOOP(
        "whats_this",
        "How much memory the worker may hold before a new one replaces it. Specializations in"
        " memory are then read from the store.",
    ),
    "store_entries_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Lists every specialization in the store.",
    ),
    "clear_store_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Removes every specialization from the store. Their next calls trace and compile again.",
    ),
    "inside_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Shows what XLA made of this specialization. Looking compiles it once more, in the "
        "background.",
    ),
    "inside_call_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Shows what XLA made of the specialization of the selected call.",
    ),
    "inside_against": QT_TRANSLATE_NOOP(
        "whats_this",
        "The specialization that this one is compared with.",
    ),
    "cancel_look_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Gives up the look inside. The worker may start anew.",
    ),
    "measure_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Measures what XLA's passes and settings change. Each measurement compiles the "
        "function again.",
    ),
    "profile_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Runs the call once under the profiler. That call is slower than a steady one.",
    ),
    "save_trace_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Saves the events of the profile as a file.",
    ),
    "race_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Starts the race. Each lane is a process of its own, loads the model, and pays its "
        "own first call.",
    ),
    "cancel_race_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Ends the race. What was measured is shown.",
    ),
    "race_runs": QT_TRANSLATE_NOOP(
        "whats_this",
        "How many steady calls each lane makes after its first call.",
    ),
    "choose_torch_python": QT_TRANSLATE_NOOP(
        "whats_this",
        "Chooses the Python that has PyTorch, for its lanes.",
    ),
    "torch_python_path": QT_TRANSLATE_NOOP(
        "whats_this",
        "The Python that has PyTorch, for its lanes.",
    ),
    "segment_race_lanes": QT_TRANSLATE_NOOP(
        "whats_this",
        "Shows the first and the steady calls of each lane.",
    ),
    "segment_race_totals": QT_TRANSLATE_NOOP(
        "whats_this",
        "Shows which lane leads after a number of calls, and where break-even is.",
    ),
    "segment_lab_lanes": QT_TRANSLATE_NOOP(
        "whats_this",
        "Shows the first and the steady calls of each arm.",
    ),
    "segment_lab_totals": QT_TRANSLATE_NOOP(
        "whats_this",
        "Shows which arm leads after a number of calls, and where break-even is.",
    ),
    "lab_code": QT_TRANSLATE_NOOP(
        "whats_this",
        "The function that the lab runs. A change of it is a new trace.",
    ),
    "lab_run": QT_TRANSLATE_NOOP(
        "whats_this",
        "Runs the function under eager, graph and XLA, in a process of its own.",
    ),
    "lab_cancel": QT_TRANSLATE_NOOP(
        "whats_this",
        "Ends the run of the lab.",
    ),
    "lab_look": QT_TRANSLATE_NOOP(
        "whats_this",
        "Also looks inside XLA at the next run. That compiles the function once more.",
    ),
    "lab_templates": QT_TRANSLATE_NOOP(
        "whats_this",
        "Replaces the code with an example.",
    ),
    "lab_files": QT_TRANSLATE_NOOP(
        "whats_this",
        "Opens or saves the code as a file.",
    ),
    "lab_output": QT_TRANSLATE_NOOP(
        "whats_this",
        "What the function printed. Under graph and XLA, print runs only while tracing.",
    ),
    "lesson_back": QT_TRANSLATE_NOOP(
        "whats_this",
        "Goes to the part before.",
    ),
    "lesson_next": QT_TRANSLATE_NOOP(
        "whats_this",
        "Goes to the next part. Nothing is run.",
    ),
    "lesson_point": QT_TRANSLATE_NOOP(
        "whats_this",
        "Points at the control that the lesson speaks of.",
    ),
    "lesson_set": QT_TRANSLATE_NOOP(
        "whats_this",
        "Puts the settings of the step into the panels. Your own come back with Leave.",
    ),
    "lesson_run": QT_TRANSLATE_NOOP(
        "whats_this",
        "Puts the settings of the step into the panels, and makes its calls.",
    ),
    "lesson_leave": QT_TRANSLATE_NOOP(
        "whats_this",
        "Puts your own settings back. The lesson waits for you.",
    ),
    "speech_language": QT_TRANSLATE_NOOP(
        "whats_this",
        "The language that is spoken. If it is left free it is found once for a recording.",
    ),
    "speech_task": QT_TRANSLATE_NOOP(
        "whats_this",
        "Whether speech is written down, or translated into English.",
    ),
    "open_audio_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Opens a recording.",
    ),
    "clips_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Opens a recording that comes with the program.",
    ),
    "play_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Plays the recording.",
    ),
    "record_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Records from the microphone.",
    ),
    "restart_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Starts the worker again. Stored specializations are read, the others are traced again.",
    ),
    "download_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Downloads the model to this machine.",
    ),
    "load_anyway_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Loads the model although memory may not be enough.",
    ),
    "session_button": QT_TRANSLATE_NOOP(
        "whats_this",
        "Shows the calls of this machine again.",
    ),
    "dismiss_notice": QT_TRANSLATE_NOOP(
        "whats_this",
        "Takes the notice away.",
    ),
    "tour_skip": QT_TRANSLATE_NOOP(
        "whats_this",
        "Ends the tour. Help has it again.",
    ),
    "tour_back": QT_TRANSLATE_NOOP(
        "whats_this",
        "Goes to the step before.",
    ),
    "tour_next": QT_TRANSLATE_NOOP(
        "whats_this",
        "Goes to the next step.",
    ),
    "phases_plot": QT_TRANSLATE_NOOP(
        "whats_this",
        "A column for each call: how long it traced, compiled and ran. A steady call only runs.",
    ),
    "latency_plot": QT_TRANSLATE_NOOP(
        "whats_this",
        "How long each call took, by specialization. First calls stand far above steady calls.",
    ),
    "memory_plot": QT_TRANSLATE_NOOP(
        "whats_this",
        "The memory of the worker after each call. Each specialization holds some of it.",
    ),
    "calls_view": QT_TRANSLATE_NOOP(
        "whats_this",
        "Every call of the history. Selecting one shows its output; nothing is run.",
    ),
    "specializations_view": QT_TRANSLATE_NOOP(
        "whats_this",
        "Every specialization, in memory and in the store, with what its first call cost.",
    ),
    "lesson_list": QT_TRANSLATE_NOOP(
        "whats_this",
        "The lessons, and how far you are in each.",
    ),
    "forecast_line": QT_TRANSLATE_NOOP(
        "whats_this",
        "What the next call will take, before you press Run. A first call is recognized by "
        "its specialization.",
    ),
}
#: The texts of controls whose object names begin alike.
TEXTS_BY_BEGINNING: dict[str, object] = {
    "note_fast_": QT_TRANSLATE_NOOP(
        "whats_this", "Switches the recipe to fast, under which this option is live."
    ),
    "race_lane_": QT_TRANSLATE_NOOP(
        "whats_this", "Whether this lane races. Each one pays a first call of its own."
    ),
}
_SEARCH = QT_TRANSLATE_NOOP("whats_this", "Searches the program below. Nothing is run.")
TEXTS |= dict.fromkeys(
    (
        "lab_search",
        "lab_program_search",
        "difference_search",
        "optimized_search",
        "stablehlo_search",
    ),
    _SEARCH,
)


def own_text(name: str) -> object:
    """Return the text of a control, an empty one if it has none."""
    begins = (text for start, text in TEXTS_BY_BEGINNING.items() if name.startswith(start))
    return TEXTS.get(name) or next(begins, "")
