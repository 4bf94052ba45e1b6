"""Compare calls with each other: two records, or the samples of a race."""
