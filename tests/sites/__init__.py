"""Articles that are built for tests alone: a very long one, an Arabic one, and a very short one."""
