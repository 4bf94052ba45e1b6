"""Which options each strategy offers."""

from __future__ import annotations

from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.fakes import GPT2
from tests.ui.conftest import Opened
from xla_playground.core.errors import RequestError
from xla_playground.core.options.table import FAST_ONLY_OPTIONS, OPTION_SPECS, SPEC_OF, Strategy
from xla_playground.ui.panels.fold_button import FoldButton
from xla_playground.ui.panels.options.generation_panel import RARE_OPTIONS, GenerationPanel
from xla_playground.ui.session import Session

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def panel(qtbot: QtBot, idle_session: Session) -> GenerationPanel:
    here = idle_session
    widget = GenerationPanel(here.form, here.choice, here.planner, here.log, here.saver.settings)
    qtbot.addWidget(widget)
    return widget


def find(panel: GenerationPanel, kind: type[W], name: str) -> W:
    found = panel.findChild(kind, name)
    assert found is not None, name
    return found


def options(panel: GenerationPanel) -> dict[str, Any]:
    typed: dict[str, Any] = panel.value()["options"]
    return typed


def choose(panel: GenerationPanel, strategy: Strategy) -> None:
    combo = find(panel, QComboBox, "strategy")
    combo.setCurrentIndex(combo.findData(strategy))


@pytest.mark.parametrize("strategy", list(Strategy))
def test_only_what_the_strategy_reads_is_enabled(
    panel: GenerationPanel, idle_session: Session, strategy: Strategy
) -> None:
    idle_session.form.update(recipe="fast")
    choose(panel, strategy)

    controls = {spec.name: find(panel, QWidget, spec.name) for spec in OPTION_SPECS}
    enabled = {name for name, control in controls.items() if control.isEnabled()}
    assert enabled == {s.name for s in OPTION_SPECS if strategy in s.strategies}
    dice = find(panel, QToolButton, "dice_button")
    assert dice.isEnabled() == (strategy in SPEC_OF["seed"].strategies)


def in_sight(panel: GenerationPanel) -> set[str]:
    """The options whose rows are not folded away."""
    return {s.name for s in OPTION_SPECS if find(panel, QWidget, s.name).isVisibleTo(panel)}


@pytest.mark.parametrize("recipe", ["documented", "fast"])
@pytest.mark.parametrize("strategy", list(Strategy))
def test_what_makes_no_difference_is_folded_away(
    panel: GenerationPanel, idle_session: Session, strategy: Strategy, recipe: str
) -> None:
    idle_session.form.update(recipe=recipe)
    choose(panel, strategy)
    read = {s.name for s in OPTION_SPECS if strategy in s.strategies}
    if (recipe, strategy) == ("documented", Strategy.BEAM_SAMPLING):
        read.discard("seed")
    assert in_sight(panel) == read - RARE_OPTIONS
    assert find(panel, QComboBox, "stream").isVisibleTo(panel) is (recipe == "fast")
    fold = find(panel, FoldButton, "generation_fold")
    folded = len(OPTION_SPECS) - len(in_sight(panel)) + (recipe != "fast")
    assert fold.text() == f"{folded} more"
    fold.click()
    assert in_sight(panel) == set(SPEC_OF)
    assert find(panel, QComboBox, "stream").isVisibleTo(panel)
    fold.click()
    assert in_sight(panel) == read - RARE_OPTIONS


def test_a_rare_option_that_is_on_is_in_sight_until_the_strategy_changes(
    panel: GenerationPanel, idle_session: Session
) -> None:
    assert set(SPEC_OF) >= RARE_OPTIONS
    idle_session.form.update(recipe="fast")
    panel.set_value({"min_new_tokens": 4, "stop_strings": ("END",)})
    assert {"min_new_tokens", "stop_strings"} <= in_sight(panel)
    find(panel, QSpinBox, "min_new_tokens").setValue(0)
    idle_session.form.update(options=options(panel))
    assert "min_new_tokens" in in_sight(panel)  # nothing moves under the hands
    choose(panel, Strategy.SAMPLING)
    assert "min_new_tokens" not in in_sight(panel)
    assert "stop_strings" in in_sight(panel)


def test_every_option_has_a_tooltip_and_a_name(panel: GenerationPanel) -> None:
    for spec in OPTION_SPECS:
        control = find(panel, QWidget, spec.name)
        assert control.toolTip().startswith(spec.summary)
        assert control.accessibleName() == spec.name


def test_min_p_waits_for_the_fast_recipe(panel: GenerationPanel, idle_session: Session) -> None:
    choose(panel, Strategy.SAMPLING)
    panel.set_value({"min_p": 0.1})
    min_p = find(panel, QWidget, "min_p")
    assert not min_p.isEnabled()
    assert "TensorFlow's generate passes it over: fast computes it." in min_p.toolTip()
    idle_session.form.update(**panel.value())
    assert idle_session.form.request().options.min_p == 0.0

    idle_session.form.update(recipe="fast")
    assert min_p.isEnabled()
    assert min_p.toolTip() == SPEC_OF["min_p"].summary
    assert idle_session.form.request().options.min_p == 0.1
    idle_session.form.update(arm="eager")
    assert min_p.isEnabled()


@pytest.mark.parametrize("name", FAST_ONLY_OPTIONS)
def test_what_only_fast_can_do_is_greyed_out_for_documented(
    panel: GenerationPanel, idle_session: Session, name: str
) -> None:
    choose(panel, Strategy.SAMPLING)
    for recipe in ("documented", "fast"):
        idle_session.form.update(recipe=recipe)
        assert find(panel, QWidget, name).isEnabled() is (recipe == "fast")


def test_the_dice_make_a_new_seed(panel: GenerationPanel, qtbot: QtBot) -> None:
    choose(panel, Strategy.SAMPLING)
    seeds = set()
    for _ in range(4):
        with qtbot.waitSignal(panel.changed):
            QTest.mouseClick(find(panel, QToolButton, "dice_button"), Qt.MouseButton.LeftButton)
        seeds.add(find(panel, QSpinBox, "seed").value())
    assert len(seeds) > 1


def test_a_seed_has_two_numbers(panel: GenerationPanel, qtbot: QtBot) -> None:
    panel.set_value({"seed": (7, 3)})
    second = find(panel, QSpinBox, "seed_second")
    assert (second.value(), second.accessibleName()) == (3, "seed, second number")
    assert options(panel)["seed"] == (7, 3)
    with qtbot.waitSignal(panel.changed):
        second.setValue(0)
    assert options(panel)["seed"] == 7
    panel.set_value({"seed": ("abc", 3)})
    assert options(panel)["seed"] == ("abc", 3)


def test_choices_and_words_are_generates_own(panel: GenerationPanel, qtbot: QtBot) -> None:
    stopping, words = (
        find(panel, QComboBox, "early_stopping"),
        find(panel, QLineEdit, "bad_words_ids"),
    )
    for choice in SPEC_OF["early_stopping"].choices:
        panel.set_value({"early_stopping": choice})
        assert stopping.currentText() == str(choice)
        assert options(panel)["early_stopping"] == choice
    with qtbot.waitSignal(panel.changed):
        words.setText("cat, [5, 9]")
    assert options(panel)["bad_words_ids"] == "cat, [5, 9]"
    panel.set_value({"bad_words_ids": ("a, b", (12,))})
    assert words.text() == '"a, b", [12]'


def test_a_switch_is_a_check_box(panel: GenerationPanel, qtbot: QtBot) -> None:
    assert options(panel)["ignore_eos"] is False
    with qtbot.waitSignal(panel.changed):
        find(panel, QCheckBox, "ignore_eos").click()
    assert options(panel)["ignore_eos"] is True
    panel.set_value({"ignore_eos": False})
    assert not find(panel, QCheckBox, "ignore_eos").isChecked()


def test_values_go_in_and_come_out_quietly(panel: GenerationPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.changed):
        panel.set_value({"strategy": Strategy.SAMPLING, "temperature": 0.7, "seed": 5})
    assert options(panel)["strategy"] is Strategy.SAMPLING
    assert options(panel)["temperature"] == 0.7
    assert options(panel)["seed"] == 5


def test_the_tooltip_says_what_a_change_would_do(window: Opened) -> None:
    length, strategy = (window.find(QWidget, name) for name in ("max_new_tokens", "strategy"))
    assert "structural: a new specialization, perhaps " in length.toolTip()
    window.press_run()
    window.wait_for_calls(1)
    assert length.toolTip().endswith("structural: a new specialization, last time 3.0 s")
    assert strategy.toolTip().endswith("structural: a new specialization, last time 3.0 s")

    window.click("segment_fast")
    assert "structural" not in length.toolTip(), "the old recipe's"
    window.wait_until_planned()
    assert length.toolTip().endswith("live: no retrace within the capacity of 256 tokens")


def note(panel: GenerationPanel, option: str) -> str:
    """What is seen below the row of an option."""
    label = find(panel, QLabel, f"note_text_{option}")
    return label.text() if label.isVisibleTo(panel) else ""


@pytest.mark.parametrize(
    ("strategy", "words"),
    [
        (Strategy.GREEDY, ""),
        (Strategy.SAMPLING, "the same random numbers, so words may repeat"),
        (Strategy.BEAM, "drops the running beams once one has ended"),
        (Strategy.BEAM_SAMPLING, "drops the running beams once one has ended"),
        (Strategy.CONTRASTIVE, "compares tokens with the padding too"),
    ],
)
def test_a_fault_of_upstream_stands_below_the_strategy_with_the_way_to_fast(
    panel: GenerationPanel, idle_session: Session, qtbot: QtBot, strategy: Strategy, words: str
) -> None:
    choose(panel, strategy)
    assert words in note(panel, "strategy")
    assert bool(note(panel, "strategy")) is bool(words)
    if words:
        assert note(panel, "strategy").endswith(": fast computes this right.")
        assert note(panel, "strategy") in find(panel, QComboBox, "strategy").toolTip()
        with qtbot.waitSignal(panel.fast_asked):
            find(panel, QToolButton, "note_fast_strategy").click()
    idle_session.form.update(recipe="fast")
    assert note(panel, "strategy") == ""


def test_a_penalty_that_counts_padding_is_said_while_it_is_on(panel: GenerationPanel) -> None:
    assert note(panel, "repetition_penalty") == ""
    find(panel, QDoubleSpinBox, "repetition_penalty").setValue(1.3)
    panel.changed.emit()
    choose(panel, Strategy.SAMPLING)
    assert "counts padding as seen" in note(panel, "repetition_penalty")


def test_texts_that_never_end_lose_no_beams(panel: GenerationPanel) -> None:
    panel.set_value({"ignore_eos": True, "strategy": Strategy.BEAM})
    assert note(panel, "strategy") == ""


@pytest.mark.parametrize("name", FAST_ONLY_OPTIONS)
def test_what_only_fast_reads_has_its_reason_below_it(panel: GenerationPanel, name: str) -> None:
    choose(panel, Strategy.SAMPLING)
    assert note(panel, name) == ""  # folded away
    find(panel, FoldButton, "generation_fold").click()
    assert note(panel, name).endswith(": fast computes it.")
    assert note(panel, name) in find(panel, QWidget, name).toolTip()


def test_documented_beam_sampling_greys_out_the_seed_that_it_does_not_read(
    panel: GenerationPanel, idle_session: Session
) -> None:
    panel.set_value({"seed": ("abc", 0)})
    choose(panel, Strategy.BEAM_SAMPLING)
    seed = find(panel, QWidget, "seed")
    assert not seed.isEnabled()
    assert "takes no seed: fast computes it." in seed.toolTip()
    idle_session.form.update(**panel.value())
    idle_session.form.request()  # what is typed there keeps no call from running
    idle_session.form.update(recipe="fast")
    assert seed.isEnabled()
    with pytest.raises(RequestError):
        idle_session.form.request()


def test_what_documented_refuses_and_nobody_has_is_said_by_tooltips(
    panel: GenerationPanel, idle_session: Session
) -> None:
    def tip(name: str) -> str:
        return find(panel, QWidget, name).toolTip()

    choose(panel, Strategy.BEAM)
    assert "cannot trace never with a length_penalty above 0: fast" in tip("early_stopping")
    assert "have no shape for 1: fast" in tip("max_new_tokens")
    assert "num_beam_groups" in tip("num_beams")
    assert "XLA ignores output_scores" in tip("strategy")
    idle_session.form.update(recipe="fast")
    assert "no shape for 1" not in tip("max_new_tokens")
    assert "num_beam_groups" in tip("num_beams")


def test_a_family_without_a_fast_recipe_is_not_sent_there(
    panel: GenerationPanel, idle_session: Session
) -> None:
    idle_session.choice.info = GPT2.model_copy(update={"has_xla": False})
    choose(panel, Strategy.SAMPLING)
    assert note(panel, "strategy").endswith(": fast would, but not for this family.")
    assert not find(panel, QToolButton, "note_fast_strategy").isVisibleTo(panel)


def test_the_button_of_a_note_switches_the_recipe(window: Opened) -> None:
    combo = window.find(QComboBox, "strategy")
    combo.setCurrentIndex(combo.findData(Strategy.SAMPLING))
    button = window.find(QToolButton, "note_fast_strategy")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert window.session.form.is_fast
    assert not button.isVisible()
