"""Saving of settings and calls when the window is about to close."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from .call_log import CallLog
from .settings_saver import SettingsSaver


def save_everything(saver: SettingsSaver, log: CallLog) -> str:
    """Save settings and calls now; return one sentence on what could not be saved, or nothing."""
    why = saver.save_and_wait()
    calls = log.save_unsaved()
    parts = [_tr("the settings")] if why else []
    if calls:
        parts.append(_tr("1 call") if calls == 1 else _tr("{0:,} calls").format(calls))
    if not parts:
        return ""
    what = _tr(" and ").join(parts)
    return _tr("Not saved: {0} ({1}).").format(what, why or log.unsaved_reason)


def _tr(text: str) -> str:
    return QCoreApplication.translate("unsaved", text)
