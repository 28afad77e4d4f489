"""Print the table of one evaluation: `python -m tests.evaluation rotation`."""

import sys
from collections.abc import Callable, Mapping, Sequence

from tests.evaluation import rotation, who_knows

#: Word typed -> what it prints, from the arguments after it.
TABLES: Mapping[str, Callable[[Sequence[str]], str]] = {
    "rotation": rotation.table,
    "who_knows": who_knows.table,
}


def main(argv: Sequence[str]) -> int:
    """Print the table asked for; 2 when there is none of that name."""
    name, *arguments = argv or [""]
    if name not in TABLES:
        sys.stderr.write(f"Say which: python -m tests.evaluation {'|'.join(TABLES)}\n")
        return 2
    sys.stdout.write(TABLES[name](arguments))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
