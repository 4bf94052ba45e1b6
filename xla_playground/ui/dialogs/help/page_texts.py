"""What each control of the pages of results and of the status bar does, for What's This."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

#: The text of a control by its object name.
PAGE_TEXTS: dict[str, object] = {
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
        "Breaks the first call that is selected down into the parts of its trace, compile and run.",
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
        "Measures how fast this machine reads memory and computes, once. The limits of a call are "
        "seen against that.",
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
        "Starts the race, in a process of its own with an empty store: each lane pays its first "
        "call.",
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
    "lab_time_limit": QT_TRANSLATE_NOOP(
        "whats_this",
        "Ends a run that takes longer, first calls included. What it printed stays.",
    ),
    "lab_memory_limit": QT_TRANSLATE_NOOP(
        "whats_this",
        "How much memory the code may ask for beside TensorFlow's own. Past it, its line gets "
        "an error.",
    ),
    "claims_repeat_all": QT_TRANSLATE_NOOP(
        "whats_this",
        "Makes every experiment, each in a process of its own. It takes minutes, and Run waits.",
    ),
    "claims_cancel": QT_TRANSLATE_NOOP(
        "whats_this",
        "Ends the experiment. Ratios that were measured before stay.",
    ),
    "claim_copy": QT_TRANSLATE_NOOP(
        "whats_this",
        "Copies the command that repeats the experiment in a terminal.",
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
        "The run times of steady calls, a series for each specialization. First calls are left "
        "out: they are in Phases.",
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
_SEARCH = QT_TRANSLATE_NOOP("whats_this", "Searches the program below. Nothing is run.")
PAGE_TEXTS |= dict.fromkeys(
    (
        "lab_search",
        "lab_program_search",
        "difference_search",
        "optimized_search",
        "stablehlo_search",
    ),
    _SEARCH,
)
