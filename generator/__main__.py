"""`python -m generator` is `whosays`."""

from generator.cli import main

if __name__ == "__main__":
    main()
