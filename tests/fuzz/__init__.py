"""Articles built at random from the format's grammar, and damaged."""
