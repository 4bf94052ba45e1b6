# TensorFlow has no types: everything in it is Any. Reading its 10,000 untyped files instead
# would take mypy a minute.
from typing import Any

def __getattr__(name: str) -> Any: ...
