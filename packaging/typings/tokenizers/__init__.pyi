# tokenizers ships stubs without marking itself as typed: mypy will not read them.
from typing import Any

def __getattr__(name: str) -> Any: ...
