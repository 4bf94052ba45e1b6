"""Where the time of one profiled call went: by operation of XLA's, and as a trace for Perfetto."""
