"""Content to a finished site: carried over where nothing changed, made by several processes, swapped in whole."""
