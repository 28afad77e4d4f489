"""Print constraints that hold every dependency at the lowest version pyproject.toml allows."""

import re
import sys
import tomllib
from pathlib import Path

#: A name, extras or none, and somewhere behind them the lower bound.
_LOWEST = re.compile(r"([\w.-]+)(?:\[[^]]*\])?[^;]*?>=\s*([\w.]+)")


def lowest(pyproject: str) -> list[str]:
    """A `name==version` for each dependency of the product that has a lower bound.

    Args:
        pyproject: the text of a pyproject.toml.
    """
    wanted = tomllib.loads(pyproject)["project"]["dependencies"]
    return [f"{match[1]}=={match[2]}" for match in map(_LOWEST.match, wanted) if match]


if __name__ == "__main__":
    place = Path(__file__).resolve().parents[1] / "pyproject.toml"
    sys.stdout.write("\n".join(lowest(place.read_text(encoding="utf-8"))) + "\n")
