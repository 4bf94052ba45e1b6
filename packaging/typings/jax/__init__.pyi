# Only scripts that other interpreters run import it.
from typing import Any

def __getattr__(name: str) -> Any: ...
