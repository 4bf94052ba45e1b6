"""Messages on speech: recordings, languages and tasks, and what was heard."""

from __future__ import annotations

from .message import Template

# ------------------------------------------------------------------ recordings

NOTHING_TO_TRANSCRIBE = Template(
    "nothing_to_transcribe",
    "There is nothing to transcribe yet: open, drop or record some speech, or choose an example.",
)
NO_AUDIO_FILE = Template("no_audio_file", "There is no audio file {name}: check the path.")
AUDIO_UNREADABLE = Template(
    "audio_unreadable", "{name} cannot be read ({why}): check who may read it."
)
AUDIO_FORMAT = Template(
    "audio_format", "{name} is {format} audio: convert it to WAV, FLAC, OGG or MP3."
)
AUDIO_RATE = Template(
    "audio_rate",
    "{name} says {rate:,} samples a second, which cannot be: convert it to WAV, FLAC, OGG or MP3.",
)
AUDIO_M4A = Template(
    "audio_m4a",
    "{name} is MPEG-4 audio (M4A), which is not read: convert it to WAV, FLAC, OGG or MP3.",
)
AUDIO_WEBM = Template(
    "audio_webm",
    "{name} is WebM or Matroska, which is not read: convert it to WAV, FLAC, OGG or MP3.",
)
NOT_AUDIO = Template(
    "not_audio", "{name} is damaged or not audio: convert it to WAV, FLAC, OGG or MP3."
)
AUDIO_TOO_LONG = Template(
    "audio_too_long", "{name} is longer than {hours} hours: cut it into parts."
)
AUDIO_NOT_FINITE = Template(
    "audio_not_finite", "{name} holds samples that are not finite numbers: record it again."
)
AUDIO_EMPTY = Template("audio_empty", "{name} holds no sound: record it again.")
RECORDING_CUT_OFF = Template(
    "recording_cut_off",
    "{name} says that it holds {stated_s:,.1f} s and ends after {seconds:,.1f} s: it was cut off, "
    "so copy or download it again.",
)
CHANNELS_CANCEL = Template(
    "channels_cancel",
    "The channels of {name} cancel each other for {cancelled_s:,.1f} of {seconds:,.1f} s: the "
    "loudest one is heard there instead of their mean.",
)
SOUND_DEVICE_FAILED = Template(
    "sound_device_failed", "The sound device failed ({why}): connect it again or open a file."
)
NO_SOUNDDEVICE = Template("no_sounddevice", "Recording needs sounddevice: pip install sounddevice.")
NO_PORTAUDIO = Template(
    "no_portaudio",
    "Recording needs PortAudio: apt-get install libportaudio2, then start again.",
)
NO_MICROPHONE = Template("no_microphone", "No microphone was found: connect one, then start again.")

# ------------------------------------------------------------------ languages and tasks

NO_SUCH_LANGUAGE = Template(
    "no_such_language",
    "The model knows no language {language}: give a code, a name or a token, of {codes}, or {auto} "
    "to have it found.",
)
NO_SUCH_TASK = Template("no_such_task", "There is no task {task}: choose {tasks}.")
NOT_MULTILINGUAL = Template(
    "not_multilingual",
    "The model is not multilingual, so it takes no {what}: leave {what} out (--{what}), or choose "
    "a multilingual model.",
)
PROMPT_ENTRY = Template(
    "prompt_entry",
    "{model} says {entry} = {value}, which {why}: correct its config.json or "
    "generation_config.json.",
)
NEEDS_CHOICE_TOKENS = Template("needs_choice_tokens", "needs tokens of languages and tasks")
NO_LIST_OF_POSITIONS = Template("no_list_of_positions", "is no list of positions")
PLACE_LEFT_FREE = Template("place_left_free", "leaves a place free for any word")
NO_MAPPING = Template("no_mapping", "is no mapping")
NO_LANGUAGE_OF_MODEL = Template("no_language_of_model", "is no language of the model")
NONE_OF_TASKS = Template("none_of_tasks", "is none of {tasks}")
NO_TOKEN_OF_MODEL = Template("no_token_of_model", "is no token of its {size:,}")

# ------------------------------------------------------------------ what was heard

NO_SPEECH = Template("no_speech", "No speech in {windows}: left out of the transcript.")
MAYBE_NO_SPEECH = Template(
    "maybe_no_speech", "Probably no speech in {windows}: marked {mark} in the transcript."
)
CUT_AT_LIMIT = Template(
    "cut_at_limit",
    "Cut at the limit of {tokens:,} new tokens in {windows}: words may be missing there.",
)
WINDOW = Template("window", "window {number}")
WINDOWS = Template("windows", "windows {numbers}")
