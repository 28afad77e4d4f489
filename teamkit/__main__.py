"""`python -m teamkit`, and the `teamkit` command."""

import sys


def main() -> None:
    """Run the command line."""
    try:
        from teamkit.cli.app import app

        app()
    except KeyboardInterrupt:
        # Between the commands' own care and the start of Python: there is nothing to tell.
        sys.exit(130)


if __name__ == "__main__":
    main()
