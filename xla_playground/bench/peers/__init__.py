"""Scripts of the peers, each written as users of its library would write it.

An interpreter that does not have this package runs them as files, so they import their library
alone. All speak the protocol of ``bench.running.processes.LineProcess``: the greeting has
``version`` and ``device``, a step is ``{"token_ids": […], "new_tokens": N}``, its answer has
``seconds`` (the call of ``generate`` and the copy of its tokens to the host) and ``token_ids``, the
prompt's included.
"""
