"""What differs between two inspected programs, as text."""

from __future__ import annotations

from ....core.inside.difference import Change, difference_of
from ....core.inside.figures import compared, figures_of
from ....core.inside.hlo import parse_hlo
from ....core.inside.inspection import Inspection
from .inside_figures import shown_value, title_of

_SIGNS = {Change.REMOVED: "-", Change.ADDED: "+"}


def difference_text(first: Inspection, second: Inspection) -> str:
    """Return what differs: counts side by side, then one changed instruction a line."""
    programs = difference_of(parse_hlo(first.optimized), parse_hlo(second.optimized))
    found = compared(figures_of(first), figures_of(second), programs)
    lines = [
        f"{first.label} (-) against {second.label} (+): {programs.removed:,} removed, "
        f"{programs.added:,} added"
    ]
    pairs = {**found["key"], **found["figures"]}
    titles = {name: title_of(name) for name in pairs}
    width = max(map(len, titles.values()), default=0)
    for name, (one, other) in pairs.items():
        texts = (shown_value(name, value) for value in (one, other))
        lines.append(f"  {titles[name]:<{width}}  {' → '.join(texts)}")
    computation = ""
    for line in programs.lines:
        if line.computation != computation:
            computation = line.computation
            lines.append(f"in {computation}:")
        lines.append(f"{_SIGNS[line.change]} {line.text}")
    if programs.left_out:
        lines.append(f"… {programs.left_out:,} more")
    return "\n".join(lines)
