"""What a first call spends its time with, measured while it is traced and compiled."""
