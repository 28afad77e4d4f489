"""Links as Markdown writes them."""


def link(words: str, target: str) -> str:
    """A link with these words; brackets among them stay words."""
    escaped = words.replace("[", "\\[").replace("]", "\\]")
    return f"[{escaped}]({target})"
