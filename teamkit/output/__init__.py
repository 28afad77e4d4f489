"""What people and programs see: shapes of words and facts, one gate, one console."""
