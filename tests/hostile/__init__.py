"""Payloads that want to run, in every place where a stranger's text can stand, in a real browser."""
