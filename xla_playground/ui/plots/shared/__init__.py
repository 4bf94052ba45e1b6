"""What both plots are made of."""
