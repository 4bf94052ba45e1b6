"""Follow the statements of pasted code, as far as its values are literals."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from typing import Any

from ..call.request import Arm, Recipe
from ..errors import RequestError
from ..messages.pages import pasted as messages
from .source import FIELD
from .values import (
    Chat,
    Config,
    Each,
    Function,
    GenerateCall,
    Loaded,
    Parts,
    Same,
    Tokens,
    Unknown,
)

#: Most values of a list and of those within it, and of one that is opened by a star.
_MOST_LEAVES, _MOST_OPENED = 50_000, 1_000
#: Functions that make an array or a number of another library of their first argument.
_LIBRARIES = ("np", "numpy", "tf", "tensorflow", "torch", "jnp")
_WRAPPERS = ("array", "asarray", "constant", "tensor", "convert_to_tensor", "as_tensor")
_NUMBERS = re.compile(r"u?(int|float|bool)(_|\d*)")
#: Methods that return the object that has them, as far as a call is concerned.
_SAME = ("to", "cuda", "cpu", "eval", "numpy", "tolist")
_TOKENIZES = ("batch_encode_plus", "encode", "encode_plus", "__call__", "pad")
_READS_AUDIO = ("soundfile.read", "sf.read", "librosa.load", "torchaudio.load")
_GENERATES = ("generate", "xla_generate", "fast_generate", "xla_model_generate")


class Reader:
    """Follows statements in the order of the text, both branches of conditions included.

    Attributes:
        models: what was loaded, in order.
        calls: the calls that generate, in order.
        configs: each ``GenerationConfig`` that was made, in order.
        model_config: entries that were set on ``model.generation_config``.
        tokens: what was tokenized, in order.
        padding_side, precision, audio: values that were set, ``None`` if they were not.
        names: values of variables.
    """

    def __init__(self) -> None:
        self.models: list[Loaded] = []
        self.calls: list[GenerateCall] = []
        self.configs: list[Config] = []
        self.model_config: dict[str, Any] = {}
        self.tokens: list[Tokens] = []
        self.padding_side: Any = None
        self.precision: Any = None
        self.audio: Any = None
        self.has_tensorflow = False
        self.names: dict[str, Any] = {}

    def follow(self, statements: Iterable[ast.stmt]) -> None:
        """Follow statements.

        Raises:
            RecursionError: an expression is nested too deep.
        """
        for statement in statements:
            self._follow(statement)

    def _follow(self, statement: ast.stmt) -> None:
        match statement:
            case ast.Import(names=names):
                self.has_tensorflow |= any(n.name.startswith("tensorflow") for n in names)
            case ast.ImportFrom(module=str(module)):
                self.has_tensorflow |= module.startswith("tensorflow")
            case ast.Assign(targets=targets, value=value):
                found = self.value(value)
                for target in targets:
                    self._assign(target, found)
            case ast.AnnAssign(target=target, value=ast.expr() as value):
                self._assign(target, self.value(value))
            case ast.AugAssign(target=ast.Name(id=name) as target, value=value):
                before, more = self.names.get(name), self.value(value)
                self._assign(target, _merged(before, more) or Unknown(statement))
            case ast.For(target=target, iter=iterated, body=body, orelse=after):
                self._bind(target, self.value(iterated), is_loop=True)
                self.follow([*body, *after])
            case _:
                self._follow_parts(statement)

    def _follow_parts(self, statement: ast.stmt) -> None:
        for child in ast.iter_child_nodes(statement):
            if isinstance(child, ast.expr):
                self.value(child)
            elif isinstance(child, ast.stmt):
                self._follow(child)
            elif isinstance(child, ast.withitem):
                self.value(child.context_expr)
            elif isinstance(child, ast.ExceptHandler):
                self.follow(child.body)

    def _bind(self, target: ast.expr, values: Any, *, is_loop: bool) -> None:
        """Bind the variable of a loop."""
        if isinstance(target, ast.Name):
            is_list = isinstance(values, Parts)
            self.names[target.id] = Each(values, is_loop) if is_list else Unknown(target)
        else:
            self._assign(target, Unknown(target))

    def _assign(self, target: ast.expr, value: Any) -> None:
        match target:
            case ast.Name(id=name):
                self.names[name] = value
            case ast.Tuple(elts=targets) | ast.List(elts=targets):
                is_same = isinstance(value, list | tuple) and len(value) == len(targets)
                values = value if is_same else [Unknown(t) for t in targets]
                for one, its in zip(targets, values, strict=True):
                    self._assign(one, its)
            case ast.Attribute(attr="padding_side"):
                self.padding_side = value
            case ast.Attribute(attr="generation_config") if isinstance(value, Config):
                self.model_config = dict(value)
            case ast.Attribute(value=ast.Attribute(attr="generation_config"), attr=entry):
                self.model_config[entry] = value
            case ast.Subscript(value=ast.Name(id=name), slice=ast.Constant(value=str(entry))):
                if isinstance(self.names.get(name), dict):
                    self.names[name][entry] = value

    # ------------------------------------------------------------------ expressions

    def value(self, node: ast.expr) -> Any:
        """Return the value of an expression, ``Unknown`` if it is none that is known here."""
        match node:
            case ast.Constant(value=constant):
                return constant
            case ast.List(elts=parts) | ast.Tuple(elts=parts):
                return self._parts(parts)
            case ast.Dict():
                return self._dict(node)
            case ast.Name(id=name):
                return self.names.get(name, Unknown(node))
            case ast.UnaryOp(op=ast.USub() | ast.UAdd() as sign, operand=operand):
                number = self.value(operand)
                is_number = type(number) in (int, float)
                negative = -number if is_number else None
                return (
                    (negative if isinstance(sign, ast.USub) else number)
                    if is_number
                    else (Unknown(node))
                )
            case ast.BinOp(left=left, op=ast.BitOr(), right=right):
                before, more = self.value(left), self.value(right)
                return _merged(before, more) or Unknown(node)
            case ast.Attribute(value=of, attr=name):
                return self._attribute(node, self.value(of), name)
            case ast.Subscript(value=of, slice=index):
                return self._entry(node, self.value(of), self.value(index))
            case ast.ListComp() | ast.GeneratorExp() | ast.SetComp() | ast.DictComp():
                return self._comprehension(node)
            case ast.Call():
                return self._call(node)
            case ast.NamedExpr(target=target, value=inner):
                found = self.value(inner)
                self._assign(target, found)
                return found
            case _:
                for child in ast.iter_child_nodes(node):
                    if isinstance(child, ast.expr):
                        self.value(child)
                return Unknown(node)

    def _parts(self, parts: Iterable[ast.expr]) -> Parts:
        found: list[Any] = []
        for part in parts:
            value = self.value(part.value if isinstance(part, ast.Starred) else part)
            if not isinstance(part, ast.Starred):
                found.append(value)
            elif isinstance(value, Parts) and len(value) <= _MOST_OPENED:
                found += value
            else:
                found.append(Unknown(part.value))
        return _checked(Parts(found))

    def _dict(self, node: ast.Dict) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        for key, entry in zip(node.keys, node.values, strict=True):
            value = self.value(entry)
            name = None if key is None else self.value(key)
            if key is None:
                found |= value if isinstance(value, dict) else {_expanded(entry): value}
            elif isinstance(name, str):
                found[name] = value
        return found

    @staticmethod
    def _attribute(node: ast.Attribute, of: Any, name: str) -> Any:
        if name in ("input_ids", "attention_mask", "input_features") and isinstance(of, Tokens):
            return of
        if name == "generate" and not isinstance(of, Function):
            return Function()
        is_same = name in _SAME and isinstance(of, Tokens | Loaded)
        return Same(of) if is_same else Unknown(node)

    @staticmethod
    def _entry(node: ast.Subscript, of: Any, index: Any) -> Any:
        if isinstance(of, Tokens):
            return of
        if isinstance(of, dict) and isinstance(index, str) and index in of:
            return of[index]
        is_place = isinstance(of, list | tuple) and type(index) is int
        return of[index] if is_place and -len(of) <= index < len(of) else Unknown(node)

    def _comprehension(
        self, node: ast.ListComp | ast.GeneratorExp | ast.SetComp | ast.DictComp
    ) -> Any:
        outside = dict(self.names)
        named: tuple[Any, ...] = ()
        for generator in node.generators:
            iterated = self.value(generator.iter)
            self._bind(generator.target, iterated, is_loop=False)
            if isinstance(iterated, list | tuple):
                named = tuple(iterated)
        if isinstance(node, ast.DictComp):
            value = self.value(node.value)
            found: Any = {name: value for name in named if isinstance(name, str)}
        else:
            found = _checked(Parts([self.value(node.elt)]))
        self.names = outside
        return found

    # ------------------------------------------------------------------ calls

    def _call(self, node: ast.Call) -> Any:
        called = self.value(node.func)
        code = _dotted(node.func)
        positional = self._parts(node.args)
        named = self._named(node.keywords)
        owner, _, name = code.rpartition(".")
        first = positional[0] if positional else None
        if isinstance(called, Same):
            return called.owner
        if isinstance(called, Function) or (name in _GENERATES and name != "fast_generate"):
            return self._generated(node, called, positional, named)
        if isinstance(called, Loaded):
            if called.is_pipeline:
                return self._generated(node, Function(), [Tokens(first)], named)
            return self._tokenized(first if positional else named.pop("text", None), named)
        if name == "fast_generate":
            return Function(Arm.XLA, Recipe.FAST, named.get("capacities"))
        if name == "function" and isinstance(first, Function):
            is_compiled = named.get("jit_compile", named.get("experimental_compile")) is True
            return Function(Arm.XLA if is_compiled else Arm.GRAPH, Recipe.DOCUMENTED)
        if name == "GenerationConfig" or owner.endswith("GenerationConfig"):
            self.configs.append(Config(named))
            return self.configs[-1]
        if name in ("from_pretrained", "pipeline"):
            return self._loaded(owner, name, positional, named)
        if name == "apply_chat_template":
            return self._chat(first, named)
        if name in _TOKENIZES or code in ("tokenizer", "tok", "processor"):
            return self._tokenized(first if positional else named.pop("text", None), named)
        return self._other(node, code, first, named)

    def _other(self, node: ast.Call, code: str, first: Any, named: dict[str, Any]) -> Any:
        """Return the value of a call that neither loads, tokenizes nor generates."""
        owner, _, name = code.rpartition(".")
        if name == "set_global_policy":
            self.precision = first
        if code in _READS_AUDIO:
            self.audio = first
        if code == "dict" and not node.args:
            return named
        if code == "word_ids" and isinstance(first, str):
            return first
        is_wrapper = owner in _LIBRARIES and (name in _WRAPPERS or _NUMBERS.fullmatch(name))
        if is_wrapper and first is not None:
            return first
        return Unknown(node)

    def _named(self, keywords: Iterable[ast.keyword]) -> dict[str, Any]:
        named: dict[str, Any] = {}
        for keyword in keywords:
            value = self.value(keyword.value)
            if keyword.arg is not None:
                named[keyword.arg] = value
            elif isinstance(value, dict):
                named |= value
            elif isinstance(value, Tokens):
                named["input_ids"] = value
            else:
                named[_expanded(keyword.value)] = value
        return named

    def _generated(
        self, node: ast.Call, called: Any, positional: list[Any], named: dict[str, Any]
    ) -> Unknown:
        function = called if isinstance(called, Function) else Function()
        self.calls.append(GenerateCall(function, tuple(positional), named))
        return Unknown(node)

    def _loaded(
        self, owner: str, name: str, positional: list[Any], named: dict[str, Any]
    ) -> Loaded:
        is_pipeline = name == "pipeline"
        place = 1 if is_pipeline else 0
        given = positional[place] if len(positional) > place else None
        for keyword in ("pretrained_model_name_or_path", "model"):
            given = named.get(keyword, given)
        self.padding_side = named.get("padding_side", self.padding_side)
        self.precision = named.get("torch_dtype", named.get("dtype", self.precision))
        switched = tuple(n for n, value in named.items() if value not in (None, False))
        found = Loaded(given, owner.rpartition(".")[2], is_pipeline, switched)
        self.has_tensorflow |= found.class_name.startswith("TF")
        self.models.append(found)
        return found

    def _tokenized(self, prompts: Any, named: dict[str, Any]) -> Tokens:
        if isinstance(prompts, dict):
            prompts = prompts.get("input_ids")
        self.tokens.append(Tokens(prompts, named))
        return self.tokens[-1]

    def _chat(self, said: Any, named: dict[str, Any]) -> Any:
        chat = Chat(said)
        is_text = named.get("tokenize") is False
        return chat if is_text else self._tokenized(chat, named)


def _merged(before: Any, more: Any) -> dict[Any, Any] | None:
    """Return two dictionaries as one, ``None`` if they are none."""
    is_pair = isinstance(before, dict) and isinstance(more, dict)
    return {**before, **more} if is_pair else None


def _checked(parts: Parts) -> Parts:
    """Return a list that can be opened in a moment.

    Raises:
        RequestError: it has too many values.
    """
    if parts.leaves > _MOST_LEAVES:
        raise RequestError(FIELD, messages.LIST_TOO_LONG(most=_MOST_LEAVES))
    return parts


def _expanded(node: ast.expr) -> str:
    """Return how a mapping is written whose entries are not known: ``**options``."""
    return f"**{Unknown(node).code}"


def _dotted(node: ast.expr) -> str:
    """Return the name of a function with dots; that of a method of a call begins with one."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    parts.append(node.id if isinstance(node, ast.Name) else "")
    return ".".join(reversed(parts))
