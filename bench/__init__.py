"""Measurements that no test needs."""
