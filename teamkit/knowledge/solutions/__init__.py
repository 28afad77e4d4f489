"""What clients need, how the team meets it, how long that takes, and what can go wrong."""
