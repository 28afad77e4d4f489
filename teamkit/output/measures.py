"""How wide words are on a terminal, and where a sentence is folded."""

from collections.abc import Iterator

from rich.cells import cell_len


def longest_word(cell: str) -> int:
    """The columns that the longest word needs."""
    return max(map(cell_len, cell.split()), default=0)


def lines(sentence: str, width: int) -> Iterator[str]:
    """*sentence* folded between words; a long word stays whole, for people to copy it."""
    taken: list[str] = []
    room = width
    for word in sentence.split(" "):
        wide = cell_len(word)
        if taken and wide > room:
            yield " ".join(taken)
            taken, room = [], width
        taken.append(word)
        room -= wide + 1
    yield " ".join(taken)
