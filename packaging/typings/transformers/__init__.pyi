# The TensorFlow half of Transformers is not typed, and reading the package takes mypy a minute.
from typing import Any

def __getattr__(name: str) -> Any: ...
