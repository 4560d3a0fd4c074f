"""What the workbench runs on in a browser: Python as WebAssembly, and this generator with what it needs.

`docs/decisions/0011-workbench-runtime.md` says why, and how the pins are renewed.
"""
