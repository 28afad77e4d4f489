"""What was agreed: actions and commitments, and closing them."""
