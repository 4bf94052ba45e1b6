"""Speech: windows of audio, spectrograms, languages, and the decoder's prompt."""
