"""Who someone is, what they can do, and what they want."""
