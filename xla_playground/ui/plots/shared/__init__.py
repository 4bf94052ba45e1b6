"""What both plots share: which calls they show, scales, colours, when they redraw."""
