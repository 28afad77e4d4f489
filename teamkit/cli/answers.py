"""What a person answered, kept while a command runs, so that nobody is asked twice."""

from collections.abc import Callable
from typing import Any, TypeVar

Answer = TypeVar("Answer")


class Answers:
    """Questions and their answers in the order asked.

    A command whose files somebody else changed meanwhile is planned again from the start. It then
    gets the answers it had, as long as it asks the same questions.
    """

    def __init__(self) -> None:
        self._given: list[tuple[str, Any]] = []
        self._next = 0

    def once(self, question: str, ask: Callable[[], Answer]) -> Answer:
        """The answer to *question* if it was asked here before; else what *ask* gives."""
        if self._next < len(self._given) and self._given[self._next][0] != question:
            del self._given[self._next :]
        if self._next == len(self._given):
            self._given.append((question, ask()))
        answer: Answer = self._given[self._next][1]
        self._next += 1
        return answer

    def rewind(self) -> None:
        """The command starts again."""
        self._next = 0
