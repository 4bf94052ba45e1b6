"""Messages of the engine: its environment, its calls, and the process that it runs in."""

from __future__ import annotations

from .message import Template

# ------------------------------------------------------------------ calls

UNFORESEEN = Template("unforeseen", "The engine failed on this ({kind}: {why}).")
NOT_STARTED = Template("not_started", "The engine is not started.")
CANCELLED = Template("cancelled", "Cancelled.")
ENGINE_CLOSED = Template("engine_closed", "The engine is closed.")
FINDING_LANGUAGE = Template("finding_language", "finding the language")
CALL_TOO_LARGE = Template(
    "call_too_large",
    "{what} does not fit into memory: use fewer prompts, beams or new tokens.",
)
CALL_FAILED = Template("call_failed", "{what} failed: {kind}: {why}{noted}")
MODEL_CHANGED = Template(
    "model_changed",
    "The files of {model} have changed: the model was loaded again, and what was specialized for "
    "the old one was dropped.",
)
MODEL_GONE = Template(
    "model_gone",
    "The files of {model} are gone or cannot be read: this is the model as it was loaded, which "
    "stays until another takes its place in memory.",
)
COMPILE_NOT_REPORTED = Template(
    "compile_not_reported",
    "XLA did not report what it compiled in this call. How long that took is not known: it is part "
    "of the wall time and of no phase.",
)
CHUNK_FAILED = Template(
    "chunk_failed",
    "The program that reads long prompts could not be built ({kind}, see the log): they are read "
    "token by token.",
)

# ------------------------------------------------------------------ rewrites

REWRITES_OFF = Template(
    "rewrites_off",
    "The installed TensorFlow or Transformers differs from those that this version was made for, "
    "so some rewrites are off: {rewrites}. Calls give the same tokens, and may be slower.",
)
REWRITE_OFF = Template("rewrite_off", "{rewrite} ({why})")
UPSTREAM_MISSING = Template("upstream_missing", "{name} is missing")
UPSTREAM_CHANGED = Template("upstream_changed", "{name} has changed")
TRACED_PLAINLY = Template(
    "traced_plainly",
    "Tracing a model of the type {type} with rewrites failed ({kind}: {why}). It was traced "
    "without them: the tokens are the same, and calls may be slower until the engine starts again.",
)

# ------------------------------------------------------------------ the environment

IS_SET = Template("is_set", "{name} is set")
ARE_SET = Template("are_set", "{settings}")
NOTED = Template("noted", " (note that {settings})")
NO_DOCSTRINGS = Template(
    "no_docstrings",
    "Python runs without docstrings (PYTHONOPTIMIZE=2 or -OO), which Transformers needs: leave "
    "that out, or run the engine in its own process (without --in-process).",
)
NO_TENSORFLOW = Template(
    "no_tensorflow", "TensorFlow cannot be imported ({kind}: {why}): {advice}."
)
TRY_WITHOUT_PATH = Template(
    "try_without_path",
    "try without PYTHONPATH, which puts {entry} before what is installed",
)
TRY_WITHOUT_SETTINGS = Template("try_without_settings", "try without what is set here{noted}")
INSTALL_AGAIN = Template("install_again", "install the package again")
FLAGS_REFUSED = Template(
    "flags_refused",
    "TensorFlow does not start with the flags in {variables}: correct or remove what is wrong "
    "there, and start again.",
)
IMPORTED_TOO_LATE = Template(
    "imported_too_late",
    "TensorFlow was imported first, so it does not report how long it compiles: import "
    "fast_generate before TensorFlow and Transformers.",
)
REPORT_HIDDEN = Template(
    "report_hidden", "{name} hides TensorFlow's report of compile times: leave it out."
)
NOTHING_REPORTED = Template("nothing_reported", "TensorFlow did not report how long it compiled.")
GPU_UNUSED = Template(
    "gpu_unused", "There is an NVIDIA GPU, but calls run on the CPU, because {why}."
)
BUILT_WITHOUT_CUDA = Template(
    "built_without_cuda", "TensorFlow is built without CUDA: run {command}"
)
NO_DRIVER = Template("no_driver", "{library} cannot be opened: install the NVIDIA driver again")
NO_LIBRARIES = Template(
    "no_libraries",
    "TensorFlow cannot open {libraries}: run {command}, or name the folder of these libraries in "
    "LD_LIBRARY_PATH before the start",
)
NO_GPU_FOUND = Template(
    "no_gpu_found",
    "TensorFlow does not find it though its libraries open: see what nvidia-smi prints",
)

# ------------------------------------------------------------------ the worker

WORKER_NOT_RUNNING = Template("worker_not_running", "The worker is not running: restart it.")
WORKER_CLOSED = Template("worker_closed", "The worker is closed.")
WORKER_NOT_STARTED = Template(
    "worker_not_started", "The worker cannot be started ({why}: {command})."
)
WORKER_OUT_OF_TURN = Template("worker_out_of_turn", "The worker said {kind} before it was ready.")
WORKER_SENT_NO_COMMAND = Template(
    "worker_sent_no_command", "The worker was sent something that is not a command."
)
WORKER_ENDED = Template("worker_ended", "The worker ended ({how}).")
HOW_IT_ENDED = Template("how_it_ended", "{how}{last}{noted}")
WAS_SILENT = Template("was_silent", "no sign of life for {seconds} s{doing}")
WAS_KILLED = Template("was_killed", "killed{doing}, perhaps because memory ran out")
ENDED_BY_SIGNAL = Template("ended_by_signal", "by {signal}{doing}")
ENDED_WITH_CODE = Template("ended_with_code", "code {code}{doing}")
WHILE_IN_PHASE = Template("while_in_phase", " while {phase}")
LAST_WORDS = Template("last_words", "; it last said: {line}")
ALSO_NOTED = Template("also_noted", "; note that {settings}")
WORKER_RESTARTS = Template(
    "worker_restarts",
    "The worker held {held}, more than its {budget}: it starts afresh, and specializations come "
    "back from the store.",
)
WORKER_MAPS_TOO_MUCH = Template(
    "worker_maps_too_much",
    "The worker has {count:,} memory mappings, more than {most:,}, near to what the system allows: "
    "it starts afresh, and specializations come back from the store.",
)

# ------------------------------------------------------------------ inside XLA, probabilities

NOT_MADE_HERE = Template("not_made_here", "it was not made in this process")
KEY_NOT_IN_MEMORY = Template(
    "key_not_in_memory", "{key} is not in memory ({why}): run its call, then look inside again."
)
KEY_WITHOUT_XLA = Template(
    "key_without_xla", "{key} has no program of XLA's: choose the xla arm (--arm xla)."
)
NOT_SCORED = Template(
    "not_scored",
    "{family} cannot be compiled by XLA, so its tokens cannot be scored: choose another model.",
)
NOT_ITS_TEXT = Template(
    "not_its_text",
    "{model} did not write this text, or not from this input: run the call again.",
)
