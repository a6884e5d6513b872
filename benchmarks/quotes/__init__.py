"""Measures who-said-what against PolNeAR: `python -m benchmarks.quotes FOLDER [--split test]`."""
