"""Proposals of projects: what they need, who takes part, who was asked, what was decided."""
