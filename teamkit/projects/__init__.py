"""Projects to come: proposals, who could work on them, and the advice process."""
