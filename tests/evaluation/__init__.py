"""How good teamkit's proposals are, as tables: `python -m tests.evaluation rotation`."""
