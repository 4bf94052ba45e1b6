"""``xla-playground bench claims``: the experiments of published figures, repeated here."""
