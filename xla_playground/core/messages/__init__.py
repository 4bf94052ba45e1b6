"""What users read, outside of the window's own labels: identifiers, values, and English texts."""
