"""A meeting while it runs: plain values, the clock passed in, and a log that only grows."""
