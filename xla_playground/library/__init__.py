"""Models and sounds from outside: importers, downloads, audio files. No Qt, no TensorFlow."""
