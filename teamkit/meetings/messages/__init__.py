"""Messages to paste, for people without teamkit."""
