"""The types of the workbench's browser scripts, checked."""
