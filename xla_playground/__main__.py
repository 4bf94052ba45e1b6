"""``python -m xla_playground`` is ``xla-playground``."""

from .cli import main

if __name__ == "__main__":
    main()
