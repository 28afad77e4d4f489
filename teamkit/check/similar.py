"""Names so alike that a person takes them for one: spelled apart, mistyped, one in the plural.

Tried on the names of 390 skills that teams list and on 38 pairs that mean the same: from
`ALIKE` on, nothing was called alike that is not ("product management" and "project management"
come nearest, 88), and of the pairs those were missed that only a person can tell ("postgres" and
"postgresql", 89; "react" and "reactjs", 83). Short names are alike by chance ("testng" and
"testing", 92; "preact" and "react", 91): they count only where spaces and points are all that
differs.
"""

import re
from collections.abc import Collection, Iterator

from teamkit.finder import alike

#: From this likeness on (0 to 100, by the letters in common) two names are one.
ALIKE = 90
#: Shorter names are one only when they have the same letters.
SHORTEST = 8

_SAME = 100
_GAPS = re.compile(r"[\s\-_./]+")
# What tells versions and languages apart: Python 2, Python 3; C, C++, C#; Java 1.1, Java 11.
_TELLING = re.compile(r"\d+|[+#]")


def pairs(names: Collection[str]) -> Iterator[tuple[str, str]]:
    """The names that look alike, each two once, the first of *names* first.

    Args:
        names: in small letters, none twice.
    """
    squeezed = [_GAPS.sub("", name) for name in names]
    told = [_TELLING.findall(name) for name in names]
    every = list(names)
    for at, name in enumerate(every):
        for place, likeness in alike(squeezed[at], squeezed[at + 1 :], ALIKE):
            other = at + 1 + place
            shortest = min(len(squeezed[at]), len(squeezed[other]))
            if told[at] == told[other] and (likeness == _SAME or shortest >= SHORTEST):
                yield name, every[other]
