"""Every rule about every kind of file; a rule reads and finds, it never writes."""
