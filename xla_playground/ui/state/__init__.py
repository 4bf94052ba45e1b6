"""What the window's views share: QObjects without a widget."""
