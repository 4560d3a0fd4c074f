"""Tests of agreement, with made-up readings: nobody of flesh and blood is behind them."""
