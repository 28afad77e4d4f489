"""teamkit keeps a team's knowledge moving, over a git-backed Markdown repository."""

__version__ = "0.1.0"
