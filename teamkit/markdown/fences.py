"""Where a file's front matter stands, and how its lines end: found without reading any YAML."""

#: What some editors put in front of a UTF-8 file.
BOM = "\ufeff"


def front_matter(text: str) -> tuple[int, int, int] | None:
    """Where the content between two `---` lines starts and ends, and where the body starts.

    Only the fences are looked at; whether a mapping stands between them is the reader's to say.
    """
    start = len(BOM) if text.startswith(BOM) else 0
    if text.startswith("---\n", start):
        start += 4
    elif text.startswith("---\r\n", start):
        start += 5
    else:
        return None
    at = start - 1
    while (at := text.find("\n---", at)) != -1:
        end = at + 4
        if end == len(text) or text.startswith("\n", end):
            return start, at + 1, min(end + 1, len(text))
        if text.startswith("\r\n", end):
            return start, at + 1, end + 2
        at = end
    return None


def opens(text: str) -> bool:
    """Whether the first line is a `---`, trailing blanks allowed: somebody may mean a fence."""
    return text.removeprefix(BOM).partition("\n")[0].rstrip() == "---"


def newline(text: str, at: int = 0) -> str:
    """The line end of the line that *at* stands on; that of the text's first line by default."""
    end = text.find("\n", at)
    return "\r\n" if end > 0 and text[end - 1] == "\r" else "\n"


def insert_line(text: str, at: int, line: str) -> str:
    """*text* with one more line before the line at place *at* (0-based, 1 or more).

    It ends as the line above it does; below a last line without an end it has none either.
    """
    pieces = text.split("\n")
    if at < len(pieces):
        carriage = "\r" if pieces[at - 1].endswith("\r") else ""
        return "\n".join([*pieces[:at], line + carriage, *pieces[at:]])
    return f"{text}{newline(text)}{line}"


def gap_after(text: str) -> str:
    """What belongs between *text* and a new paragraph: line ends that make an empty line."""
    if text in ("", BOM) or text.endswith(("\n\n", "\n\r\n")):
        return ""
    end = newline(text)
    return end if text.endswith("\n") else end * 2
