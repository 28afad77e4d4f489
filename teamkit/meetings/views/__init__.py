"""What people and programs see of the meetings, a module per noun; nothing here prints."""
