"""Import CTranslate2 folders of Whisper."""
