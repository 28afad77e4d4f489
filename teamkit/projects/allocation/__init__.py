"""Who could work on what: people suggested for a proposal's needs, month by month."""
