"""What the team teaches and writes: talks, guidelines, posts."""
