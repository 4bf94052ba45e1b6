"""The page Specializations: specializations in memory and in the store, their limits, warm-up."""
