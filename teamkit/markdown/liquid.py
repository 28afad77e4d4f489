"""What a site generator would run: Liquid, kept from it in what teamkit copies into pages.

Jekyll and its like run `{{ ... }}` and `{% ... %}` wherever they stand in a body, in code too,
and a tag that is never closed stops the whole site. Entities show the same characters.
"""

import re

_OPENING = re.compile(r"\{(?=[{%#])")
_CODE = re.compile(r"(?<!`)(`+)(?!`)[^\n]+?(?<!`)\1(?!`)")
_RAW = re.compile(r"\{%-?\s*(end)?raw\s*-?%\}")
# What people write into a site's pages on purpose, and what needs no other tag to close it.
_MEANT = re.compile(
    r"\{\{-?\s*(?:site|page|layout)\.[^{}]*\}\}"
    r"|\{%-?\s*(?:include|include_relative|link|post_url|highlight|endhighlight)\b[^{}]*%\}"
)
_SHOWN = {"&#123;": "{", "&#96;": "`"}
_LONGEST = 40


def inert(text: str) -> str:
    """*text* that shows the same words and that Liquid does not run.

    Code cannot hold an entity, so code that holds Liquid is shown between its backticks as words.
    """
    if _OPENING.search(text) is None:
        return text
    return _OPENING.sub("&#123;", _CODE.sub(_bare, text))


def shown(text: str) -> str:
    """The words that `inert` was given."""
    for entity, character in _SHOWN.items():
        text = text.replace(entity, character)
    return text


def found(text: str, first: int = 1) -> list[tuple[int, str]]:
    """Each line of *text* that Liquid would run, and what it begins with there.

    Left out is what stands between `raw` and `endraw`, and what a site's pages are known to use:
    its variables, links and includes.
    """
    if _OPENING.search(text) is None:
        return []
    lines = _MEANT.sub("", _without_raw(text)).split("\n")
    opened = ((at, line, _OPENING.search(line)) for at, line in enumerate(lines, first))
    return [(at, _begun(line[it.start() :])) for at, line, it in opened if it]


def _without_raw(text: str) -> str:
    """*text* without what stands between `raw` and `endraw`, its lines kept."""
    pieces, at, begun = list[str](), 0, -1
    for tag in _RAW.finditer(text):
        if tag[1] and begun >= 0:
            pieces += [text[at:begun], "\n" * text.count("\n", begun, tag.end())]
            at, begun = tag.end(), -1
        elif not tag[1] and begun < 0:
            begun = tag.start()
    return "".join([*pieces, text[at:]])


def _bare(code: re.Match[str]) -> str:
    return code[0].replace("`", "&#96;") if _OPENING.search(code[0]) else code[0]


def _begun(text: str) -> str:
    end = re.search(r"[%}#]\}", text)
    return text[: min(end.end() if end else _LONGEST, _LONGEST)].strip()
