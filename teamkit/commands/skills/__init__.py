"""`teamkit skills`: what people type to find who knows what, a module per theme."""
