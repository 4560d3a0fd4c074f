"""Tests of publishing: whole or not at all, quick or not, always the same bytes."""
