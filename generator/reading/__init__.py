"""Files to the model: what contributors wrote, and what is wrong in it."""
