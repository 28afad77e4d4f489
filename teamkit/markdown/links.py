r"""Links as Markdown writes them: any words, and any file's name, read back as they are.

Words are Markdown only in their code spans; whatever else would end the link, begin another one
or be taken for an escape stands behind a backslash.
"""

import re

from teamkit.markdown.liquid import inert, shown
from teamkit.markdown.scalars import one_line

_CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)")
# Brackets, stars, what begins HTML or an entity, and a backslash that would be read as an escape.
_SPECIAL = re.compile(
    r"[][`*]|\\(?=[!-/:-@\[-`{-~]|$)|<(?=[A-Za-z/!?])|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])|~(?=~)|(?<=~)~"
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_PLAIN = frozenset("-._~/@+,=!$;")
_ENCODED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")


def link(words: str, path: str) -> str:
    """A link with these words to the file at *path*, which may be called anything."""
    return f"[{_shown(one_line(words))}]({target(path)})"


def target(path: str) -> str:
    """*path* as the target of a link: what has a meaning there is percent-encoded.

    Letters and digits of any script stay as they are.
    """
    return "".join(c if c.isalnum() or c in _PLAIN else _encoded(c) for c in path)


def path(target: str) -> str:
    """The path that the *target* of a link means; the inverse of `target`."""
    return _ENCODED.sub(_decoded, target)


def unescaped(words: str) -> str:
    """The *words* of a link, without what kept them words."""
    return shown(_ESCAPED.sub(r"\1", words))


def _shown(words: str) -> str:
    """Markdown that shows *words* between the brackets of a link."""
    pieces, at = [], 0
    for code in _CODE.finditer(words):
        if inert(code[0]) == code[0]:
            pieces += [_SPECIAL.sub(r"\\\g<0>", words[at : code.start()]), code[0]]
            at = code.end()
    return inert("".join([*pieces, _SPECIAL.sub(r"\\\g<0>", words[at:])]))


def _encoded(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "surrogateescape"))


def _decoded(found: re.Match[str]) -> str:
    data = bytes.fromhex(found[0].replace("%", ""))
    return data.decode("utf-8", "surrogateescape")
