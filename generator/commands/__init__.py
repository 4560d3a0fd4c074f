"""Commands of the command line, one a file, and what they share; generator/cli.py has the others."""
