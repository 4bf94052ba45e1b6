# h5py has no stubs.
from typing import Any

def __getattr__(name: str) -> Any: ...
