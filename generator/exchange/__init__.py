"""Other tools' formats, one a file, each with read and write of one neutral value.

A format is a module with `NAME`, `TITLE`, `ENDING`, `write` and `read` (see `format.py`).
"""
