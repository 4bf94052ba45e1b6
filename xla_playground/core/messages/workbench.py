"""Messages of the history's workbench: filters, notes, tags, session files, copies of calls."""

from __future__ import annotations

from .message import Template

# ------------------------------------------------------------------ filters

NO_FILTER = Template("no_filter", "Say which calls: --filter call=5, or --filter model=gpt2.")
FILTER_NOT_UTF8 = Template("filter_not_utf8", "{given} is not valid UTF-8: write it again.")
FILTER_WITHOUT_VALUE = Template(
    "filter_without_value", "The filter {name} has no value: write {name}=VALUE."
)
FILTER_MISTYPED = Template(
    "filter_mistyped",
    "There is no filter {given}: write {close}=VALUE, or text= before it to search the "
    "texts for it.",
)
FILTER_NO_CALL = Template("filter_no_call", "call={given} is no call: write call=5 or 5-9.")
FILTER_NO_NUMBER = Template(
    "filter_no_number", "specialization={given} is no number: write specialization=5."
)
FILTER_NOT_ONE_OF = Template("filter_not_one_of", "{name} must be {known}, not {given}.")
FILTER_NO_DATE = Template(
    "filter_no_date",
    "{given} is no date: write 2025-03-01, or 2025-03-01T12:30 with the time.",
)
NO_TEXT_SEARCH = Template(
    "no_text_search",
    "This Python's SQLite cannot search texts (it has no FTS5): filter by something else.",
)

# ------------------------------------------------------------------ calls

NO_CALL_YET = Template("no_call_yet", "There is no call yet: make one with `generate`.")
NO_SUCH_CALL = Template("no_such_call", "Call {call} is not in the history.")
NOTE_TOO_LONG = Template(
    "note_too_long", "The note has {count:,} characters, more than {most:,}: shorten it."
)
NO_TAG = Template(
    "no_tag", "{given} is no tag: use 1 to {most} characters without commas and line breaks."
)
HISTORY_NOT_READ = Template(
    "history_not_read",
    "The history cannot be read now ({why}): try again, and free some space if the disk is full.",
)
HISTORY_NOT_CHANGED = Template(
    "history_not_changed",
    "The history cannot be changed now ({why}): try again, and free some space if the disk is "
    "full.",
)

# ------------------------------------------------------------------ session files

NOTHING_TO_SAVE = Template("nothing_to_save", "No call fits, so there is nothing to save.")
TOO_MANY_TO_SAVE = Template(
    "too_many_to_save",
    "These calls have more than the {most} of one file: save fewer, by a filter.",
)
FILE_UNWRITTEN = Template(
    "file_unwritten",
    "{path} cannot be written ({why}): choose another place, or free some space.",
)
SESSION_TOO_LARGE = Template(
    "session_too_large",
    "{file} has {size}, more than the {most} of a session: save fewer calls into one file, "
    "by a filter.",
)
SESSION_UNPACKS_TOO_LARGE = Template(
    "session_unpacks_too_large",
    "{file} unpacks to more than the {most} of a session: save fewer calls into one file, "
    "by a filter.",
)
SESSION_DAMAGED = Template(
    "session_damaged",
    "{file} is no session file, or is damaged: copy it again from where it was saved.",
)
SESSION_UNREADABLE = Template(
    "session_unreadable", "{file} cannot be read ({why}): check the path."
)
NO_SESSION_FILE = Template(
    "no_session_file",
    "{file} is no session file: give one that `xla-playground history save` wrote.",
)
SESSION_NEWER = Template(
    "session_newer",
    "{file} was saved by a newer version of XLA Playground: update this one to open it.",
)
SESSION_HEADER_DAMAGED = Template(
    "session_header_damaged", "{file} is damaged in its first line: copy it again."
)
SESSION_LINE_DAMAGED = Template(
    "session_line_damaged",
    "{file} holds no call of this version in line {line}: copy it again, or update XLA Playground.",
)
SESSION_CUT_OFF = Template(
    "session_cut_off", "{file} is cut off: copy it again from where it was saved."
)
SESSION_LEFT = Template("session_left", "{file} was not opened: it was cancelled.")

# ------------------------------------------------------------------ copies

REPORT_OF_A_CALL = Template(
    "report_of_a_call", "A report is of a session: choose calls by --filter call=5-9."
)
FILTER_WITHOUT_REPORT = Template(
    "filter_without_report", "A filter is for a report: choose a call by --call."
)
NOTHING_TO_REPORT = Template("nothing_to_report", "No call fits, so there is nothing to report.")
NOTEBOOK_OF_SPEECH = Template(
    "notebook_of_speech", "The guide's experiment is about text, and this model hears audio."
)
INPUT_NOT_READ = Template(
    "input_not_read", "Call {call} ended before its input was read: copy another one."
)
FAST_COPY_OF_SPEECH = Template(
    "fast_copy_of_speech",
    "fast_generate takes token ids, and this model hears audio: copy it as python.",
)
FAST_COPY_WITHOUT_LOOPS = Template(
    "fast_copy_without_loops",
    "{family} has a cache that the fast recipe's loops cannot run: copy it as python.",
)
SPEECH_SEARCH_NOT_COPIED = Template(
    "speech_search_not_copied",
    "Transformers' TensorFlow loops take the prompt of a speech model for one token long, so "
    "{strategy} search cannot be copied: choose greedy search or sampling.",
)
WINDOW_NOT_COPIED = Template(
    "window_not_copied",
    "Transformers' feature extractor takes windows of whole seconds, not of {window} s: run the "
    "call here.",
)
CHANNELS_NOT_COPIED = Template(
    "channels_not_copied",
    "The channels of this recording cancel each other, and a script would hear their mean: "
    "convert it to one channel.",
)
SCRIPT_CANNOT_LOAD = Template(
    "script_cannot_load",
    "{model_class} of Transformers {problem}: no script can load {model} by it, so run the call "
    "here.",
)
ALWAYS_MULTIPLIES_BY_EMBEDDINGS = Template(
    "always_multiplies_by_embeddings",
    "always multiplies by its embeddings, and this model has an output layer",
)
PASSES_OVER_HEAD_DIM = Template(
    "passes_over_head_dim", "passes over head_dim, which this model needs"
)
LOOKS_FOR_EMBEDDINGS = Template(
    "looks_for_embeddings",
    "looks for embeddings, of which this model stores a copy under another name",
)
