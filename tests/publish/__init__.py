"""Tests of publishing: whole or not at all, quick or not, always the same bytes."""

import pytest

pytest.register_assert_rewrite("tests.publish.small")
