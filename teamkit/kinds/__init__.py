"""The kinds of files in a team's repository, as one table.

Who reads, checks, lists or makes files of more than one kind loops over it. The values that a room
reads from a file are its own (`model.py`).
"""

from teamkit.kinds.keys import PEOPLE, SKILLS
from teamkit.kinds.kind import Kind
from teamkit.kinds.table import KINDS, NOUNS, choices, with_key

__all__ = ["KINDS", "NOUNS", "PEOPLE", "SKILLS", "Kind", "choices", "with_key"]
