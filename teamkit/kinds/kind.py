"""One kind of file: how it is called, where it lives, what it holds."""

from collections.abc import Mapping
from typing import NamedTuple

from teamkit.kinds.keys import KeySpec
from teamkit.markdown.document import Document


class Kind(NamedTuple):
    """One kind of file.

    Attributes:
        noun: what people call all of them; the folder, unless `folders:` renames it.
        singular: what people call one.
        stem: how a file is named, without .md; words in capitals stand for something.
        keys: what its front matter may hold; other keys belong to the team.
        heading: what a site calls the folder.
        inside: the noun whose folder this one's is in; empty for a folder at the top.
        other_folders: how teams that had the folder before teamkit call it.
        title: the key that says what a file is called.
        template: the name in templates/ of what a new file begins with; empty for none.
        over: the statuses after which nobody waits for it any more.
        has_actions: its task items are actions, and its labelled lines name people.
        is_searched: free words find it.
    """

    noun: str
    singular: str
    stem: str
    keys: Mapping[str, KeySpec]
    heading: str = ""
    inside: str = ""
    other_folders: tuple[str, ...] = ()
    title: str = "title"
    template: str = ""
    over: tuple[str, ...] = ()
    has_actions: bool = False
    is_searched: bool = False

    def word(self, document: Document, key: str) -> str:
        """The choice under *key*, whatever its case; the default for any other word."""
        spec = self.keys[key]
        word = (document.text_of(key) or "").lower()
        word = spec.aliases.get(word, word)
        return word if word in spec.choices else spec.default

    def number(self, document: Document, key: str) -> int | None:
        """The number under *key*; the default where there is none that can be read."""
        spec = self.keys[key]
        text = document.text_of(key) or ""
        text = text if spec.fits(text) else spec.default
        return int(text) if text else None

    def naming(self, what: str) -> tuple[str, ...]:
        """The keys whose values name PEOPLE, or SKILLS."""
        return tuple(key for key, spec in self.keys.items() if spec.names == what)
