"""The command line: the root, its lazy doors, the shared options, and one session per run."""
