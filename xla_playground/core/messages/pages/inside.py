"""Messages of the page Inside XLA: the distance from the machine's limits, missing figures."""

from __future__ import annotations

from ..message import Template

NO_TOKEN_LOOP = Template("no_token_loop", "the program has no loop that makes tokens")
NO_TOKENS = Template("no_tokens", "the program makes no tokens")
NO_BUFFERS = Template("no_buffers", "XLA did not say which buffers it assigned")
NO_STABLEHLO = Template("no_stablehlo", "XLA cannot write this program as StableHLO")
MACHINE_NOT_MEASURED = Template(
    "machine_not_measured", "this machine was not measured: run `{command}`"
)
OTHER_DEVICE_MEASURED = Template(
    "other_device_measured", "{measured} was measured, not {device}: run `{command}`"
)
NO_STEADY_CALL = Template("no_steady_call", "no steady call was made")
TOKEN_READS_NOTHING = Template(
    "token_reads_nothing", "a token reads no weights, or computes nothing"
)
READINGS = Template("readings", "{ratio:.1f} × one reading of the weights")
OPERATIONS = Template("operations", "{ratio:.1f} × the operations of a token")
