from collections.abc import Iterator
from typing import Any

class PythonLexer:
    def get_tokens_unprocessed(self, text: str) -> Iterator[tuple[int, Any, str]]: ...
