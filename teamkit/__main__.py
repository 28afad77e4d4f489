"""`python -m teamkit`, and the `teamkit` command."""

import gc
import sys

from teamkit.cli import signals

#: Objects made before Python looks for circles among them; a short run makes hardly any circles,
#: and looking for them at the usual 700 costs a tenth of a cold start.
_OBJECTS = 100_000


def main() -> None:
    """Run the command line."""
    gc.set_threshold(_OBJECTS)
    signals.listen()
    try:
        from teamkit.cli.app import app

        app()
    except KeyboardInterrupt:
        # Before or after the commands' own care there is nothing to tell.
        sys.exit(signals.status())
    finally:
        signals.stop_listening()


if __name__ == "__main__":
    main()
