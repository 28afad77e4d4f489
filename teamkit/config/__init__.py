"""teamkit.yml: the team's settings as frozen values, and what could not be read of them."""

from teamkit.config.settings import KEYS, SERIES_KEYS, read_config
from teamkit.config.values import (
    FILE,
    FORMAT,
    STALE_AFTER,
    Config,
    Round,
    Series,
    StandingItem,
    refuse_newer,
)

__all__ = [
    "FILE",
    "FORMAT",
    "KEYS",
    "SERIES_KEYS",
    "STALE_AFTER",
    "Config",
    "Round",
    "Series",
    "StandingItem",
    "read_config",
    "refuse_newer",
]
