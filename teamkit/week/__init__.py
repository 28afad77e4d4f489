"""What needs several record rooms: what now."""
