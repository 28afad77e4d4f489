"""What git says on its error output, made fit for one line of a message."""

import re

_LONGEST = 200


def one_line(output: bytes) -> str:
    """The first telling line, without prefix, period, control characters or passwords; maybe ""."""
    lines = telling_lines(output)
    return next((line for line in lines if not line.startswith("warning:")), "".join(lines[:1]))


def telling_lines(output: bytes) -> list[str]:
    """Every line that tells something: no hints, no decoration; each at most 200 characters."""
    lines = [_bare(line) for line in readable(output).split("\n") if not _is_hint(line)]
    return [line for line in lines if any(map(str.isalnum, line))]


def readable(output: bytes) -> str:
    """All of it as text, tabs included, without other control characters."""
    return _without_controls(output.decode(errors="replace").replace("\r", "\n"))


def without_password(url: str) -> str:
    """The URL, or text with URLs, without user and password before the host."""
    return re.sub(r"(?<=\w://)[^/@\s]+@", "", url)


def _is_hint(line: str) -> bool:
    return line.removeprefix("remote: ").startswith("hint:")


def _bare(line: str) -> str:
    bare = re.sub(r"^\s*((remote|fatal|error):\s*)+", "", without_password(line))
    bare = bare.replace("\t", " ").strip().rstrip(" .:")
    return bare if len(bare) <= _LONGEST else bare[: _LONGEST - 1] + "…"


def _without_controls(text: str) -> str:
    # Whole sequences first, or their visible rest would stay: CSI, then OSC and its like.
    shown = re.sub(r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]", "", text)
    shown = re.sub(r"\x1b[\]P^_X][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b.", "", shown)
    return "".join(c for c in shown if c in "\n\t" or c.isprintable())
