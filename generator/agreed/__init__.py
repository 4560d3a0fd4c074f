"""Agreement as text, as JSON and as Markdown."""
