"""Messages on the files that hold weights, and on the weights in them."""

from __future__ import annotations

from ..message import Template

# ------------------------------------------------------------------ which files

SEVERAL_HDF5 = Template(
    "several_hdf5",
    "{folder} holds its weights in several HDF5 files, which are not read: convert it with "
    "model.save_pretrained(folder, safe_serialization=True) in TensorFlow.",
)
ONLY_A_PICKLE = Template(
    "only_a_pickle",
    "{folder} has only {file}, a pickle, which can run code: convert it with "
    "model.save_pretrained(folder, safe_serialization=True) in PyTorch.",
)
OTHER_NAME = Template(
    "other_name",
    "{folder} has no {file}, but {other}: give that file this name if it holds all of the model's "
    "weights.",
)
NO_WEIGHTS = Template("no_weights", "{folder} has no {file}: add the weights.")
TWO_SETS = Template(
    "two_sets",
    "{folder} has no {index} and two sets of weights ({sets}): leave one there.",
)
TOO_MANY_SHARDS = Template(
    "too_many_shards",
    "{folder} holds a file of weights that says it is one of {shards:,}, which cannot be: name the "
    "files as they were.",
)
SHARDS_MISSING = Template("shards_missing", "{folder} lacks {files}: download what is missing.")
INDEX_TOO_LARGE = Template("index_too_large", "{index} is too large to be an index: replace it.")
INDEX_OF_TOO_MANY = Template(
    "index_of_too_many",
    "{index} names {files:,} files, which cannot be: remove it if the files are numbered.",
)
INDEX_LEADS_OUT = Template(
    "index_leads_out",
    "{index} names {file}, which is no file of weights in its folder: correct it, or remove it if "
    "the files are numbered.",
)
SHARD_MISSING = Template("shard_missing", "{folder} lacks {file}: download that file.")
INDEX_DISAGREES = Template(
    "index_disagrees",
    "{index} and its files disagree about {weight}: they are of different models, so get all of "
    "them from one place.",
)
OTHER_WRITER = Template(
    "other_writer",
    "{file} was not written by PyTorch or TensorFlow ({format}): load it there, and save it from "
    "PyTorch.",
)
WEIGHT_TWICE = Template(
    "weight_twice",
    "{file} holds {weight}, which another file holds, too: they are of different models, or of two "
    "ways to split one, so keep one set.",
)

# ------------------------------------------------------------------ one file

FILE_TRUNCATED = Template(
    "file_truncated", "{file} is truncated or not {format}: download it again."
)
HEADER_DAMAGED = Template("header_damaged", "{file} has a damaged header: download it again.")
HEADER_CONTRADICTS = Template(
    "header_contradicts", "{file} has a header that contradicts itself: download it again."
)
UNKNOWN_FORMAT = Template(
    "unknown_format",
    "{file} holds {weight} in the format {format}, which is not known here: use a model with "
    "weights in float32, float16 or bfloat16.",
)
WITHOUT_WEIGHTS = Template("without_weights", "{file} holds no weights: it was saved without them.")
WEIGHTS_OVERLAP = Template(
    "weights_overlap", "{file} has weights that overlap or leave gaps: download it again."
)
WEIGHTS_TRUNCATED = Template(
    "weights_truncated", "{file} is truncated ({size:,} of {end} bytes): download it again."
)
WEIGHTS_GO_ON = Template(
    "weights_go_on",
    "{file} goes on after its weights ({size:,} bytes instead of {end:,}): download it again.",
)
NOT_FINITE_WEIGHTS = Template(
    "not_finite_weights",
    "{file} holds weights that are not finite numbers ({weight}): the model was saved so, or its "
    "download failed (compare its checksum).",
)
FILE_CHANGED = Template("file_changed", "{file} changed while it was read: try again.")

# ------------------------------------------------------------------ HDF5

HDF5_REFUSED = Template(
    "hdf5_refused",
    "{file} {finding}, so it is not read: convert it with "
    "model.save_pretrained(folder, safe_serialization=True) if you trust it.",
)
HDF5_GROUPS = Template("hdf5_groups", "has groups that hold each other, or too many")
HDF5_LINK = Template("hdf5_link", "has a link that leads elsewhere ({name})")
HDF5_NO_WEIGHT = Template("hdf5_no_weight", "holds {name}, which is no weight")
HDF5_OTHER_FILE = Template("hdf5_other_file", "takes {name} from another file")
HDF5_COMPRESSED = Template("hdf5_compressed", "stores {name} compressed or in part")
HDF5_TOO_MUCH = Template("hdf5_too_much", "says that it holds more than it does")

# ------------------------------------------------------------------ weights and configuration

WEIGHTS_LACKING = Template(
    "weights_lacking",
    "{model} lacks weights that its configuration needs ({weights}): its weights were saved in "
    "part, or its config.json belongs to another model.",
)
WEIGHTS_LEFT_OVER = Template(
    "weights_left_over",
    "{model} holds weights that its configuration has no place for ({weights}): its config.json "
    "belongs to another model, or to another class of it.",
)
OTHER_SHAPE = Template(
    "other_shape",
    "{model} holds {weight} of shape {shape}, but its configuration needs {needed}: its "
    "config.json belongs to another model.",
)
CLASS_NEEDS = Template(
    "class_needs",
    "{model} does not hold {weights}, which {model_class} of Transformers needs: choose another "
    "model.",
)
CLASS_HAS_NO_PLACE = Template(
    "class_has_no_place",
    "{model} holds {weights}, which {model_class} of Transformers has no place for: choose another "
    "model.",
)
