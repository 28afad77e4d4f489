"""The survey: who is asked what, what they answer, forms in and out, and what came of it."""
