"""The pages of the help, which lie in the resources as Markdown."""
