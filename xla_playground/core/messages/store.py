"""Messages on what is kept: why a call is new, the store, the history and the settings."""

from __future__ import annotations

from .message import Template

# ------------------------------------------------------------------ why a call is new

NOTHING_SPECIALIZED = Template("nothing_specialized", "nothing is specialized yet in this process")
KEY_DIFFERS = Template("key_differs", "{differences}")
KEY_HAS = Template("key_has", "{name} {new}")
KEY_LACKS = Template("key_lacks", "no {name}")
KEY_CHANGED = Template("key_changed", "{name} {old} → {new}")
MADE_ROOM = Template("made_room", "it was dropped from memory to make room for others")
FILES_CHANGED = Template("files_changed", "its model's files have changed")
WITHOUT_REWRITES = Template("without_rewrites", "its model is traced without rewrites now")

# ------------------------------------------------------------------ why a stored one is of no use

NOTHING = Template("nothing", "nothing")
NO_MODEL_HERE = Template("no_model_here", "its model is not here")
OTHER_WEIGHTS = Template("other_weights", "it was stored for other weights or another tokenizer")
OTHER_VERSION = Template("other_version", "it was stored by version {old}, this is {new}")
OTHER_CODE = Template("other_code", "it was stored by another state of this program's code")
OTHER_REWRITES = Template("other_rewrites", "it was traced with other rewrites")
OTHER_TENSORFLOW = Template(
    "other_tensorflow", "it was stored with TensorFlow {old}, this is {new}"
)
OTHER_TRANSFORMERS = Template(
    "other_transformers", "it was stored with Transformers {old}, this is {new}"
)
OTHER_DEVICE = Template("other_device", "it was stored on another device")
OTHER_PROCESSOR = Template("other_processor", "it was stored on another processor")
OTHER_THREADS = Template(
    "other_threads", "it was stored for {old} processors, this process has {new}"
)
OTHER_FLAGS = Template("other_flags", "it was stored with {name}={old}, now it is {new}")
OTHER_VARIABLES_SET = Template(
    "other_variables_set", "it was stored with other variables of TensorFlow's environment"
)
OTHER_SURROUNDINGS = Template(
    "other_surroundings",
    "it was stored by another version, on another machine or for other weights",
)

# ------------------------------------------------------------------ the store

NOT_STORED = Template("not_stored", "The specialization was not stored: {why}.")
ABOVE_STORE_LIMIT = Template("above_store_limit", "it takes {size}, the store may hold {limit}")
STORE_UNWRITABLE = Template("store_unwritable", "{folder} cannot be written ({why})")
STORE_OF_ANOTHER_USER = Template(
    "store_of_another_user",
    "{folder} belongs to another user, who could make it run anything: remove that folder",
)
STORE_OPEN_TO_OTHERS = Template(
    "store_open_to_others",
    "{folder} can be written by other users, who could make it run anything: remove that folder",
)
CAPTURED_CONSTANT = Template("captured_constant", "it captured a constant of {size:,} bytes")
CAPTURED_VARIABLE = Template("captured_variable", "it captured a variable that is not the model's")
OTHER_VARIABLES = Template("other_variables", "the model has other variables")
ENTRY_STAYS = Template(
    "entry_stays", "{path} cannot be removed ({why}): check who owns the folder."
)

# ------------------------------------------------------------------ the history

HISTORY_UNOPENED = Template(
    "history_unopened",
    "The history at {path} cannot be opened ({why}): this session's calls are kept in memory only.",
)
HISTORY_SET_ASIDE = Template(
    "history_set_aside",
    "The history could not be read ({why}) and was set aside as {aside}: a new one begins.",
)
HISTORY_NEWER = Template(
    "history_newer",
    "A newer version wrote the history at {path}: it stays as it is, and this session's calls are "
    "kept in memory only. Start the newer version, or set {home} to another folder.",
)
HISTORY_UNREADABLE = Template(
    "history_unreadable",
    "The history could not be read ({why}; {also}): this session's calls are kept in memory only.",
)
HISTORY_DAMAGED = Template(
    "history_damaged",
    "The history is damaged ({why}): calls are kept in memory, and at the end they begin a new "
    "one; the damaged file is set aside.",
)
HISTORY_HELD = Template(
    "history_held",
    "Another program holds the history: calls are kept in memory and written when it is free.",
)
HISTORY_UNWRITABLE = Template(
    "history_unwritable",
    "The history cannot be written ({why}): calls are kept in memory until it can; free some space "
    "on the disk.",
)
CALLS_DAMAGED = Template(
    "calls_damaged",
    "{damaged:,} of {calls:,} calls in the history are damaged: they are not shown.",
)
HISTORY_NOT_NOW = Template("history_not_now", "The history cannot be read now ({why}).")
HISTORY_NOT_CLEARED = Template("history_not_cleared", "The history could not be cleared ({why}).")
CALL_GONE = Template("call_gone", "Call {call} is not in the history any more.")
CALL_DAMAGED = Template("call_damaged", "The record of call {call} is damaged.")

# ------------------------------------------------------------------ the settings

STORE_LIMIT_FIELD = Template("store_limit_field", "store limit")
MEMORY_BUDGET_FIELD = Template("memory_budget_field", "memory budget")
SETTINGS_SET_ASIDE = Template(
    "settings_set_aside", "The settings {why}; the file was set aside as {aside}."
)
SETTINGS_NOT_SET_ASIDE = Template(
    "settings_not_set_aside", "The settings {why}; they could not be set aside ({failure})."
)
SETTINGS_NOT_A_FILE = Template("settings_not_a_file", "cannot be read (not a file)")
SETTINGS_UNREADABLE = Template("settings_unreadable", "cannot be read ({why})")
SETTINGS_NOT_TEXT = Template("settings_not_text", "are not text")
SETTINGS_NOT_JSON = Template("settings_not_json", "are not valid JSON")
NOT_SETTINGS = Template("not_settings", "are not settings")
SETTINGS_NEWER = Template("settings_newer", "were written by a newer version")
SETTINGS_RESET = Template(
    "settings_reset", "have entries that cannot be read ({names}), which were reset"
)
FILE_STAYS = Template("file_stays", "{path} could not be set aside ({why}): it is used again.")
FIRST_START = Template(
    "first_start", "Everything is as at the first start: the old files are kept as {files}."
)
