"""How long commands take, as ratios within one run: `python -m tests.benchmarks`."""
