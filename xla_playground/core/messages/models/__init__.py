"""Messages of models: their folders, configurations, weights and the library of them."""
