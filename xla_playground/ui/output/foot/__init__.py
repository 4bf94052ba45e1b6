"""The line below the output: what a call gave, the switches of probabilities, the legend."""
