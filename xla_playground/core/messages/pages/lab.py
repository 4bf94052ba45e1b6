"""Messages of the function lab: files, inputs, and how the user's code ended."""

from __future__ import annotations

from ..message import Template

RIGHTS = Template(
    "rights", "This code runs with your rights: run only files that you would run yourself."
)
AT_LINE = Template("at_line", "Line {line}: {what}")

LAB_FORECAST = Template("lab_forecast", "First call of {arm}: {forecast}.")
TIME_LIMIT = Template("time_limit", "time limit")
MEMORY_LIMIT = Template("memory_limit", "memory limit")

# ------------------------------------------------------------------ the file

SYNTAX_WRONG = Template("syntax_wrong", "this is not valid Python ({why}): correct it.")
NOTHING_TO_RUN = Template(
    "nothing_to_run",
    "There is nothing to run: name a function `function`, or a Keras model `model`.",
)
SEVERAL_TO_RUN = Template(
    "several_to_run",
    "There are several functions ({names}): name the one to run `function`.",
)
TARGET_NOT_CALLABLE = Template(
    "target_not_callable", "`{name}` is {kind}, which cannot be called: make it a function."
)
NOT_A_LITERAL = Template(
    "not_a_literal", "`{name}` must be a table of plain values, without calls and variables."
)

# ------------------------------------------------------------------ inputs

INPUT_NOT_NAMED = Template(
    "input_not_named", "`{table}` must be a table of inputs by their names: {{'x': {{...}}}}."
)
INPUT_UNKNOWN = Template("input_unknown", "the function has no input {name}: it has {names}.")
INPUT_WRONG = Template("input_wrong", "input {name} cannot have {field} = {given}: give {wanted}.")
WANTED_SHAPE = Template("wanted_shape", "a tuple of whole numbers, as (16, 10)")
WANTED_SEED = Template("wanted_seed", "a whole number from 0")
WANTED_VALUE = Template("wanted_value", "a number, a text, or nothing")
WANTED_FIELD = Template("wanted_field", "one of shape, dtype, distribution, seed and value")
FIT_WRONG = Template("fit_wrong", "`fit` cannot have {field} = {given}: give {wanted}.")
WANTED_FIT_FIELD = Template("wanted_fit_field", "one of loss, optimizer, steps and targets")
WANTED_STEPS = Template("wanted_steps", "a whole number from 2 to 10000")
WANTED_NAME = Template("wanted_name", "a name of Keras in quotes")

# ------------------------------------------------------------------ how it ended

CODE_RAISED = Template("code_raised", "{kind}: {why}")
NO_KERNEL = Template(
    "no_kernel", "XLA cannot compile {operations}: use other operations, or leave XLA off."
)
NO_PACKAGE = Template(
    "no_package", "there is no package {name} here: install it, or remove the import."
)
NO_TENSOR = Template(
    "no_tensor", "the function returns {kind}, no tensor: return one or more tensors."
)
CODE_EXITED = Template("code_exited", "the code ends its process by {call}: remove that call.")
OUT_OF_MEMORY = Template(
    "out_of_memory", "the code asks for more than its {limit} of memory: use smaller tensors."
)
OUT_OF_TIME = Template(
    "out_of_time", "the code ran for more than its {seconds} s and was ended here."
)
CODE_KILLED = Template("code_killed", "the process of the code was ended by {signal}.")
CODE_GONE = Template("code_gone", "the process of the code ended without a word (code {code}).")
CODE_CANCELLED = Template("code_cancelled", "The run was cancelled.")
LAB_GONE = Template(
    "lab_gone", "The process of the lab ended ({why}): run it again, and look into the log."
)
OTHER_RESULT_SHAPE = Template(
    "other_result_shape", "its result has the shape {shape}, that of {other} has {wanted}."
)
TRACED_AGAIN = Template("traced_again", "TensorFlow traced again for equal inputs")

# ------------------------------------------------------------------ templates

TEMPLATE_GUIDE_SEQUENTIAL = Template(
    "template_guide_sequential", "A Keras model, as the guide begins: two Dense layers under XLA"
)
TEMPLATE_OWN_METHOD = Template(
    "template_own_method", "A method of your own: the body of `function` is yours to change"
)
TEMPLATE_KERAS_FIT = Template(
    "template_keras_fit",
    "A model that Keras trains and asks: fit and predict, with jit_compile off and on",
)
TEMPLATE_SMALL_CNN = Template(
    "template_small_cnn", "A small CNN: two convolutions and a dense layer"
)
TEMPLATE_MLP_TRAINING_STEP = Template(
    "template_mlp_training_step",
    "A training step of an MLP: the loss, its gradient, and new weights",
)
TEMPLATE_SOFTMAX_ATTENTION = Template(
    "template_softmax_attention", "Softmax attention of every position to every other"
)
TEMPLATE_REDUCTION = Template(
    "template_reduction",
    "A reduction: XLA fuses the operations before it, and no intermediate is stored",
)
TEMPLATE_WHILE_LOOP = Template(
    "template_while_loop", "A loop with tf.while_loop: Newton's square roots, twenty steps of them"
)
TEMPLATE_LAYER_NORM = Template("template_layer_norm", "Layer normalization, as written by hand")
TEMPLATE_NOT_COMPILABLE = Template(
    "template_not_compilable", "A function that XLA cannot compile: it has no kernel for strings"
)
TEMPLATE_CACHE_KEY = Template(
    "template_cache_key",
    "The cache key: a new dtype, shape or Python argument is traced again, the same is not",
)
