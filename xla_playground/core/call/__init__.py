"""One call: the request, its plan, its specialization key and its record."""
