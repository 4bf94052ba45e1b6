"""Messages on a model folder: what it is, what is missing in it, and what helps."""

from __future__ import annotations

from ..message import Template

# ------------------------------------------------------------------ which model is meant

NO_DIRECTORY = Template(
    "no_directory",
    "The current directory was deleted, so that no relative path leads anywhere: change to one "
    "that exists, or give the whole path.",
)
NO_MODEL_AT_WITHOUT_DIRECTORY = Template(
    "no_model_at_without_directory", "There is no model at {path}. {advice}"
)
NO_MODEL_WITHOUT_DIRECTORY = Template(
    "no_model_without_directory", "There is no model {model} here. {advice}"
)
NO_MODEL_AT = Template("no_model_at", "There is no model at {path}: check the name or the path.")
NO_SUCH_MODEL = Template(
    "no_such_model",
    "There is no model {model}: give a folder, a GGUF file or a bundled name ({bundled}).",
)
NO_SUCH_MODEL_PULL = Template(
    "no_such_model_pull",
    "There is no model {model}: give a folder, a GGUF file or a bundled name ({bundled}), or run "
    "`xla-playground models pull {name}`.",
)
NONE_BUNDLED = Template("none_bundled", "none")
NOT_PULLABLE = Template(
    "not_pullable",
    "{model} cannot be pulled: give one of {names}, or a model of the hub as owner/name.",
)
NOT_PULLED_YET = Template(
    "not_pulled_yet",
    "{model} is not on this machine yet: run `xla-playground models pull {model}` (about {size}).",
)
NAME_NOT_UTF8 = Template("name_not_utf8", "{path} is not a name in UTF-8: rename it.")
FOLDER_UNREADABLE = Template(
    "folder_unreadable", "{path} cannot be read ({why}): check it and who may read it."
)
FILES_UNREADABLE = Template(
    "files_unreadable", "{path} cannot be read ({why}): check the files and who may read them."
)
NEITHER_FILE_NOR_FOLDER = Template(
    "neither_file_nor_folder", "{path} is neither a file nor a folder: give a model folder."
)
NO_MODEL = Template(
    "no_model", "{path} is no model: give a folder with a config.json, or a GGUF file."
)
NO_MODEL_BUT = Template(
    "no_model_but",
    "{path} is no model, it is {what}: give a folder with a config.json, or a GGUF file.",
)

# ------------------------------------------------------------------ what else a folder holds

FOLDER_HOLDS = Template("folder_holds", "{folder} holds {what}.")
AN_ADAPTER = Template(
    "an_adapter",
    "an adapter (LoRA), not a model: merge it into its model with PEFT's merge_and_unload() and "
    "save that",
)
METAS_FORMAT = Template(
    "metas_format", "a model in Meta's own format: use the one in the format of Transformers"
)
A_DIFFUSERS_PIPELINE = Template(
    "a_diffusers_pipeline",
    "a pipeline of Diffusers, which makes pictures: choose a text model",
)
A_SAVED_MODEL = Template(
    "a_saved_model", "a SavedModel of TensorFlow: use the folder of the Transformers model"
)
AN_ONNX_MODEL = Template(
    "an_onnx_model", "a model for ONNX: use the folder of the Transformers model"
)
SEVERAL_GGUF = Template(
    "several_gguf",
    "{folder} holds {count} GGUF models: give one of the files, such as {file}.",
)
ONE_GGUF = Template("one_gguf", "{folder} has no config.json: give the file {file} in it.")
MODEL_INSIDE = Template(
    "model_inside", "{folder} has no config.json, {inner} has: give that folder."
)
NO_CONFIG = Template(
    "no_config", "{folder} has no config.json: give the folder of a Transformers model."
)

# ------------------------------------------------------------------ what a file is

NOT_OF_FORMAT_BUT = Template("not_of_format_but", "{file} is not {format}, it is {what}.")
NOT_OF_FORMAT = Template(
    "not_of_format",
    "{file} is not {format}: it begins with {start}. Its download was damaged, or it is something "
    "else: download it again, from its own page.",
)
FILE_EMPTY = Template("file_empty", "{file} is empty: download it again.")
GGUF_FILE = Template("gguf_file", "a GGUF file")
SAFETENSORS_FILE = Template("safetensors_file", "a safetensors file")
HDF5_FILE = Template("hdf5_file", "an HDF5 file")
CT2_FILE = Template("ct2_file", "a file of CTranslate2")
WEB_PAGE = Template(
    "web_page", "a web page: download the file itself, by the download link on its page"
)
LFS_POINTER = Template(
    "lfs_pointer",
    "a pointer of Git LFS: run `git lfs pull` in the folder that was cloned, or download the file "
    "itself",
)
BEGINS_AS_GGUF = Template("begins_as_gguf", "a GGUF file: give it a name that ends in .gguf")
BIG_ENDIAN_GGUF = Template(
    "big_endian_gguf", "a GGUF file of big-endian order: use the little-endian one"
)
OLD_GGML = Template(
    "old_ggml",
    "a file of GGML, older than GGUF: convert it with llama.cpp, or use a GGUF file",
)
ZIP_ARCHIVE = Template(
    "zip_archive", "a ZIP archive, as PyTorch's pickles are: use weights in safetensors"
)
A_PICKLE = Template("a_pickle", "a pickle, which can run code: use weights in safetensors")
PACKED = Template("packed", "packed: unpack it")
BEGINS_AS_HDF5 = Template(
    "begins_as_hdf5", "an HDF5 file: give the folder that holds it and its config.json"
)
BYTE_ORDER_MARK = Template(
    "byte_order_mark",
    "{file} is {what}: it begins with a byte order mark, so save it as UTF-8 without one.",
)
BAD_JSON_BUT = Template("bad_json_but", "{file} is {what}, it is {instead}.")
BAD_JSON = Template("bad_json", "{file} is {what}: correct it, or download it again.")
NOT_JSON = Template("not_json", "not valid JSON")
NOT_CONFIGURATION = Template("not_configuration", "not a configuration")
NOT_SETTINGS_JSON = Template("not_settings_json", "not valid JSON, or no settings")
NOT_TOKENIZER = Template("not_tokenizer", "no tokenizer")
NOT_INDEX = Template("not_index", "not an index of weights")

# ------------------------------------------------------------------ the files of a folder

BROKEN_LINK = Template(
    "broken_link",
    "{folder}/{file} is a link to {target}, which is not there: download the model again.",
)
NOT_A_FILE = Template("not_a_file", "{file} is not a file: replace it.")
CONFIG_TOO_LARGE = Template(
    "config_too_large", "{folder}/config.json is too large to be a configuration: replace it."
)
FILE_TOO_LARGE = Template("file_too_large", "{file} is too large to be read: replace it.")
MODEL_TYPE = Template(
    "model_type",
    "{model} has model type {type}, which is not supported: use one of {known}.",
)
NO_TOKENIZER = Template("no_tokenizer", "{folder} has no tokenizer: add its tokenizer.json.")
NO_SENTENCEPIECE = Template(
    "no_sentencepiece",
    "{file} is not a SentencePiece model, or not all of one: download it again, or add its "
    "tokenizer.json.",
)
TOKENIZER_TOO_LARGE = Template(
    "tokenizer_too_large",
    "{model} has a tokenizer of {tokens:,} tokens, its model knows {size:,}: they do not belong "
    "together.",
)
SLIDING_WINDOW = Template(
    "sliding_window",
    "{model} should attend to the last {window:,} tokens only (sliding_window), which TensorFlow "
    "does not compute: a prompt and new tokens that pass them are refused.",
)
SEPARATE_EMBEDDINGS = Template(
    "separate_embeddings",
    "{model} has one table of embeddings for its encoder and one for its decoder "
    "(share_encoder_decoder_embeddings: false), which TensorFlow's Marian does not have: choose a "
    "model that shares them.",
)
QUANTIZED = Template(
    "quantized",
    "{model} is quantized ({how}), which TensorFlow's classes cannot compute: use the model that "
    "it was made from, with weights in float32, float16 or bfloat16.",
)
WHOLE_NUMBERS = Template(
    "whole_numbers",
    "{model} holds the weight {weight} as whole numbers ({format}) and does not say how they were "
    "quantized: use the model that it was made from, with weights in float32, float16 or bfloat16.",
)

# ------------------------------------------------------------------ loading

TOKENIZER_FAILS = Template(
    "tokenizer_fails",
    "{model} has a tokenizer that cannot be read ({why}): correct its settings, or replace it.",
)
TOKENIZER_TO_SAVE = Template(
    "tokenizer_to_save",
    "{model} has a tokenizer that cannot be read ({why}): add its tokenizer.json, which "
    "AutoTokenizer.from_pretrained(folder).save_pretrained(folder) writes if it knows its class.",
)
UNKNOWN_CLASS = Template("unknown_class", "Transformers 4.54 has no {name}")
NO_START_TOKEN = Template(
    "no_start_token",
    "{model} names no decoder_start_token_id: add it to its generation_config.json.",
)
MODEL_TOO_LARGE = Template(
    "model_too_large",
    "{model} does not fit into memory{noted}: close other programs or choose a smaller model.",
)
CANNOT_IMPORT = Template(
    "cannot_import",
    "{model} cannot be loaded, because Python cannot import what it needs ({why}): install that "
    "package, or the program again.",
)
FILE_FAULT = Template(
    "file_fault", "{model} cannot be read ({why}: {path}){noted}: correct that and load it again."
)
NO_MODEL_LOADS = Template(
    "no_model_loads",
    "{model} cannot be loaded, and no other model can ({why}){noted}: install the program again.",
)
MODEL_DAMAGED = Template(
    "model_damaged",
    "{model} cannot be loaded ({why}), while other models can: its files are damaged or do not "
    "belong together.",
)
MEMORY_SHORT = Template(
    "memory_short",
    "{model} takes about {needed} of memory, and {free} are free: choose a smaller model, close "
    "other programs, or load it all the same.",
)
DOWNLOAD_FIRST = Template(
    "download_first",
    "{model} is not on this machine yet: download it in the model panel.",
)
