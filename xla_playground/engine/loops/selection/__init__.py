"""Choose the next token: processors, thresholds and draws."""
