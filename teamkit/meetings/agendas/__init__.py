"""The agenda of one meeting: what belongs on it, and when the meeting is."""
