"""Between the engine's blocking calls and Qt's signals: QtCore only."""
