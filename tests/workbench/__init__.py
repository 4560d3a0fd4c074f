"""The workbench: a file opened, marked and written again, and what the page is told."""
