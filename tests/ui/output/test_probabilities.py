"""Probabilities in Output: asked for while they are wanted and the engine rests, never before."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QFileDialog, QMenu

from tests.fakes import FakeEngine
from tests.ui.conftest import Open, Opened
from tests.ui.output.test_token_view import tooltips
from xla_playground.core.call.probabilities import (
    Alternative,
    Score,
    ScoredSequence,
    ScoredToken,
    scores_as_dict,
)
from xla_playground.core.call.record import Record, TokenRole
from xla_playground.core.errors import RequestError, WorkerDied
from xla_playground.core.history.export import scores_as_csv
from xla_playground.core.messages.message import untyped
from xla_playground.core.messages.pages.probabilities import NO_NUMBERS, NOTHING_BEFORE
from xla_playground.ui.output.tokens.token_colors import DARK, LIGHT, ChipColors, shaded
from xla_playground.ui.widgets.export_button import ExportButton

RAW = Score(
    probability=0.25, rank=3, alternatives=(Alternative(id=5, text=" the", probability=0.5),)
)
PROCESSED = Score(probability=1.0, rank=1, alternatives=())


class Scoring(FakeEngine):
    """Scores by a script: ``scored`` are the calls that it was asked for."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.scored: list[str] = []
        self.refusals: list[Exception] = []

    def probabilities(self, record: Record) -> tuple[ScoredSequence, ...]:
        self.scored.append(record.request.id)
        if self.refusals:
            raise self.refusals.pop()
        return tuple(
            ScoredSequence(
                prompt_index=sequence.prompt_index,
                tokens=tuple(
                    ScoredToken(
                        id=token.id,
                        text=token.text,
                        role=token.role,
                        raw=RAW,
                        processed=None if token.role is TokenRole.PROMPT else PROCESSED,
                    )
                    for token in sequence.tokens
                    if token.role is not TokenRole.PADDING
                ),
            )
            for sequence in record.sequences
        )


@pytest.fixture
def engine() -> Scoring:
    return Scoring()


@pytest.fixture
def ran(open_window: Open, engine: Scoring) -> Opened:
    """A window after one call."""
    window = open_window(engine)
    window.wait_until_planned()
    window.press_run()
    window.wait_for_calls(1)
    return window


def switch(window: Opened, name: str = "probabilities_box") -> QCheckBox:
    return window.find(QCheckBox, name)


def wait_until_scored(window: Opened) -> None:
    window.qtbot.waitUntil(lambda: window.output_view().scores.sequences is not None)


def test_nothing_is_scored_until_it_is_wanted(ran: Opened, engine: Scoring) -> None:
    ran.qtbot.wait(600)
    assert engine.scored == []
    assert not switch(ran, "processed_box").isVisible()
    switch(ran).click()
    assert switch(ran).text() == "Probabilities …"
    assert switch(ran, "processed_box").isVisible()
    wait_until_scored(ran)
    assert switch(ran).text() == "Probabilities"
    assert len(engine.scored) == 1

    ran.press_run()
    ran.wait_for_calls(2)
    assert ran.output_view().scores.sequences is None, "not those of another call"
    wait_until_scored(ran)
    ran.session.log.select(1)
    assert ran.output_view().scores.sequences is not None, "known already"
    assert len(engine.scored) == 2
    switch(ran).click()
    assert ran.output_view().scores.sequences is None


def test_nothing_is_scored_while_calls_run(ran: Opened, engine: Scoring) -> None:
    engine.hold.set()
    ran.press_run()
    ran.qtbot.waitUntil(lambda: ran.session.runner.is_busy)
    switch(ran).click()
    ran.qtbot.wait(600)
    assert engine.scored == []
    engine.hold.clear()
    ran.wait_for_calls(2)
    wait_until_scored(ran)
    assert engine.scored == [ran.session.log.record(2).request.id]


def test_a_call_that_a_newer_one_went_before_is_asked_for_again(
    ran: Opened, engine: Scoring
) -> None:
    ran.press_run()
    ran.wait_for_calls(2)
    first, second = (ran.session.log.record(call).request.id for call in (1, 2))
    ran.thread.hold(True)
    switch(ran).click()
    asked = ran.session.scores._asked
    ran.qtbot.waitUntil(lambda: second in asked)
    ran.session.log.select(1)
    ran.qtbot.waitUntil(lambda: first in asked)
    ran.thread.hold(False)
    wait_until_scored(ran)
    ran.session.log.select(2)
    wait_until_scored(ran)
    assert engine.scored == [first, second]


def test_tooltips_have_probability_rank_and_alternatives(ran: Opened) -> None:
    switch(ran).click()
    wait_until_scored(ran)
    view = ran.output_view()
    prompt, *_, last = [tip for tip in tooltips(view) if "padding" not in tip]
    raw = "\nprobability 25 % · rank 3\nlikeliest: ' the' 50 %"
    assert prompt.endswith("· prompt" + raw)
    assert last.endswith(raw)
    switch(ran, "processed_box").click()
    prompt, *_, last = [tip for tip in tooltips(view) if "padding" not in tip]
    assert prompt.endswith("· prompt\nThe prompt was not chosen.")
    assert last.endswith("\nprobability 100 % · rank 1")


def test_chips_are_shaded_and_copied_with_their_numbers(
    ran: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMenu, "popup", lambda *_: None)  # no screen can show it here
    view = ran.output_view()
    before = view.viewport().grab().toImage()
    switch(ran).click()
    wait_until_scored(ran)
    assert view.viewport().grab().toImage() != before
    at = view.viewport().rect().center()
    reason = QContextMenuEvent.Reason.Mouse
    view.contextMenuEvent(QContextMenuEvent(reason, at, view.mapToGlobal(at)))
    menu = view.findChild(QMenu)
    assert menu is not None
    next(a for a in menu.actions() if a.text() == "Copy probabilities (JSON)").trigger()
    menu.deleteLater()
    known = ran.session.scores.of(ran.session.log.record(1))
    assert known is not None
    copied = json.loads(QGuiApplication.clipboard().text())
    assert copied == json.loads(json.dumps(scores_as_dict(known), default=dict))


def test_probabilities_are_exported(
    ran: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = next(
        button
        for button in ran.window.parts.output.findChildren(ExportButton)
        if button.accessibleName() == "Export probabilities"
    )
    assert not export.isVisible()
    switch(ran).click()
    wait_until_scored(ran)
    assert export.isVisible()
    monkeypatch.setattr(QFileDialog, "exec", lambda self: QFileDialog.DialogCode.Accepted)
    for ending in ("csv", "json"):
        path = tmp_path / f"scores.{ending}"
        monkeypatch.setattr(QFileDialog, "selectedFiles", lambda self, p=path: [str(p)])
        next(a for a in export.menu().actions() if a.data() == ending).trigger()
    rows = list(csv.DictReader(io.StringIO((tmp_path / "scores.csv").read_text("utf-8-sig"))))
    known = ran.session.scores.of(ran.session.log.record(1))
    assert known is not None
    assert len(rows) == sum(len(sequence.tokens) for sequence in known)
    assert rows[0]["probability"] == "0.25"
    assert rows[0]["rank"] == "3"
    assert rows[0]["alternatives"] == "' the' 0.5"
    assert (rows[0]["role"], rows[0]["processed_probability"]) == ("prompt", "")
    assert rows[-1]["processed_probability"] == "1.0"
    exported = json.loads((tmp_path / "scores.json").read_text("utf-8"))
    assert exported == json.loads(json.dumps(scores_as_dict(known)))
    switch(ran).click()
    assert not export.isVisible()


def test_scores_that_are_no_numbers_have_a_reason(open_window: Open) -> None:
    """A NaN score, a prompt of one token and an answer of none, as the engine gives them."""
    alone = ScoredToken(id=1, text="a", role=TokenRole.PROMPT, reason=NOTHING_BEFORE())
    no_number = ScoredToken(id=2, text="b", role=TokenRole.NEW, reason=NO_NUMBERS())
    sequences = (
        ScoredSequence(prompt_index=0, tokens=(alone, no_number)),
        ScoredSequence(prompt_index=1, tokens=(alone,)),
    )
    text = scores_as_csv(sequences).decode("utf-8-sig")
    first, second, third = csv.DictReader(io.StringIO(text))
    assert [row["probability"] for row in (first, second, third)] == ["", "", ""]
    assert [row["reason"] for row in (first, second)] == [NOTHING_BEFORE().text, NO_NUMBERS().text]
    assert (third["sequence"], third["token"]) == ("2", "1")

    class Odd(Scoring):
        def probabilities(self, record: Record) -> tuple[ScoredSequence, ...]:
            return tuple(
                ScoredSequence(
                    prompt_index=sequence.prompt_index,
                    tokens=tuple(
                        ScoredToken(id=t.id, text=t.text, role=t.role, reason=NO_NUMBERS())
                        for t in sequence.tokens
                        if t.role is not TokenRole.PADDING
                    ),
                )
                for sequence in record.sequences
            )

    one = open_window(Odd())
    one.wait_until_planned()
    one.press_run()
    one.wait_for_calls(1)
    switch(one).click()
    wait_until_scored(one)
    tips = [tip for tip in tooltips(one.output_view()) if "padding" not in tip]
    assert tips
    assert all(tip.endswith("\nthe model's scores are no numbers here") for tip in tips)
    one.output_view().viewport().grab()


def test_a_call_without_tokens_says_so(ran: Opened) -> None:
    record = ran.session.log.record(1)
    request = record.request.model_copy(update={"id": "silent"})
    ran.session.log.add(record.model_copy(update={"request": request, "sequences": ()}))
    switch(ran).click()
    assert "This call has no tokens." in switch(ran).toolTip()


def test_a_call_that_cannot_be_scored_says_why(ran: Opened, engine: Scoring) -> None:
    engine.refusals.append(RequestError("probabilities", untyped("This family is not scored.")))
    switch(ran).click()
    ran.qtbot.waitUntil(lambda: "This family is not scored." in switch(ran).toolTip())
    ran.qtbot.wait(600)
    assert len(engine.scored) == 1


def test_a_worker_that_ends_by_it_is_not_asked_again(ran: Opened, engine: Scoring) -> None:
    engine.refusals.append(WorkerDied(untyped("killed")))
    switch(ran).click()
    ran.qtbot.waitUntil(lambda: len(engine.scored) == 1)
    engine.die()
    ran.qtbot.waitUntil(lambda: engine.starts == 2)
    ran.qtbot.wait(1000)
    assert len(engine.scored) == 1
    assert ran.output_view().scores.sequences is None


def test_calls_of_another_model_are_not_scored(ran: Opened, engine: Scoring) -> None:
    record = ran.session.log.record(1)
    request = record.request.model_copy(update={"model": "playground-t5", "id": "other"})
    ran.session.log.add(record.model_copy(update={"request": request}))
    switch(ran).click()
    ran.qtbot.wait(600)
    assert engine.scored == []
    assert "another model" in switch(ran).toolTip()


def contrast(colors: ChipColors) -> float:
    """WCAG's contrast of ink on fill."""
    light, dark = sorted((_luminance(colors.fill), _luminance(colors.ink)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("is_dark", [False, True])
def test_shades_are_told_apart_and_legible(is_dark: bool) -> None:
    colors = (DARK if is_dark else LIGHT)[TokenRole.NEW]
    shades = [shaded(colors, p, is_dark=is_dark) for p in (0.0, 0.01, 0.1, 0.5, 1.0)]
    assert all(contrast(shade) >= 4.5 for shade in shades)
    steps = [_luminance(shade.fill) for shade in shades]
    assert steps == sorted(steps, reverse=not is_dark)
    assert shaded(colors, None, is_dark=is_dark).fill.alpha() == 0
