"""An article as it is marked in a browser: a file opened, written again, and what there is to say of it."""
