"""What a meeting takes up: topics, standing items, the plan, and on which day."""
