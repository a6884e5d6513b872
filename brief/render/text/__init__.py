"""The terminal, plain text and Markdown."""
