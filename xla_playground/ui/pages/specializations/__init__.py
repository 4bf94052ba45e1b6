"""The page Specializations: what is in memory and stored, and how it got there."""
