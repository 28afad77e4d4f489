"""The running meeting, full screen: the same engine as the plain lines; only here is Textual."""
