"""The parts that both plots share."""
