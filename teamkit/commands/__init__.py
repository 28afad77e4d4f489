"""One module per word that people type; each asks an action, shows a view, and decides nothing."""
