"""The command line: the same engine through the same worker, without a window."""

from __future__ import annotations

import sys

from .hidden_modules import hidden_by

__all__ = ["main"]


def main() -> None:
    """Run the command line; a module of PYTHONPATH in the way is one sentence and exit code 3."""
    try:
        from .options.ui_language import split_ui_language, use_ui_language

        language, arguments = split_ui_language(sys.argv[1:])
        use_ui_language(language)  # before the commands are declared: their help is written in it
        from .program import main as run  # it imports modules that PYTHONPATH can hide

        run(arguments, language)
    except Exception as error:  # another module lacks something, or raises at its import
        sentence = hidden_by(error)
        if sentence is None:
            raise
        print(sentence, file=sys.stderr)
        sys.exit(3)
