"""Types what a refusal names, as it is printed, until the command is done or a person is needed."""

import re
from collections.abc import Callable
from typing import NamedTuple

from tests.conftest import Result
from tests.ways_out.place import Command, Place

_MOST = 8
_PROGRAMS = "git|teamkit|rm|mv|cp|mkdir|chmod|echo|cd|find|rmdir"
_NAMED = re.compile(
    rf"(?:(?<=: )|(?<=\())((?:{_PROGRAMS})\b.*?)(?=\)|\. [A-Z]|\.?$| \(|; |, then:|, fix)",
    re.MULTILINE,
)
_MARKERS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
#: What a person types in the place of each word in capitals.
_FILLED = {
    "'YOUR NAME'": "Ana",
    "YOU@EXAMPLE": "ana@harbour.example",
    "URL": "../shared.git",
    "NAME": "mine",
}


class Step(NamedTuple):
    """One command that was typed, and what came of it."""

    typed: str
    status: int
    words: str

    def __str__(self) -> str:
        return f"$ {self.typed}\n{self.words}? {self.status}"


class Walk(NamedTuple):
    """All steps from the command to its end.

    Attributes:
        end: done at once, worked (by what was printed alone), mended (a person did what was
            named, and then what was printed worked), or stuck.
    """

    end: str
    steps: list[Step]

    def __str__(self) -> str:
        return "\n".join([*map(str, self.steps), f"-> {self.end}"])

    @property
    def remedies(self) -> int:
        """How many printed commands were typed."""
        return sum(not step.typed.startswith("(") for step in self.steps[1:])


def ways(words: str) -> list[str]:
    """The commands that a refusal names, in its order, filled in."""
    found = []
    for line in words.split("\n"):
        if not line.startswith("skipped ") or "not here" in line:
            found += [_filled(each[1]) for each in _NAMED.finditer(line)]
    return [each for each in found if each != "git status"]


def walk(place: Place, command: Command, mend: Callable[[Place], None] | None) -> Walk:
    """Types the command, then what it names, then the command again."""
    steps: list[Step] = []
    tried: set[tuple[str, str]] = set()
    mended = False
    for _ in range(_MOST):
        answer = _type(place, command, steps)
        if _is_over(command, answer) or command.done(place):
            return Walk(_end(steps, mended=mended), steps)
        named = [way for way in ways(answer.stderr) if (answer.stderr, way) not in tried]
        if mend and not mended and re.search(r"[Ff]ix the cause|is fixed", answer.stderr):
            named = []
        if _wants_a_person(answer.stderr) and _resolve(place):
            steps.append(Step("(conflicts resolved)", 0, ""))
        if not named:
            if mend is None or mended:
                break
            mended = True
            mend(place)
            steps.append(Step("(mended by a person)", 0, ""))
            continue
        way = named[0]
        tried.add((answer.stderr, way))
        out = _remedy(place, way, steps)
        if out.status:  # what it needs first, and then it once more
            for first in ways(out.stderr)[:1]:
                _remedy(place, first, steps)
                _remedy(place, way, steps)
        if command.done(place):
            return Walk(_end(steps, mended=mended), steps)
    return Walk("stuck", steps)


def _type(place: Place, command: Command, steps: list[Step]) -> Result:
    answer = place.run(*command.words)
    steps.append(Step(" ".join(("teamkit", *command.words)), answer.status, answer.stderr))
    return answer


def _remedy(place: Place, way: str, steps: list[Step]) -> Result:
    out = place.run_as_typed(way)
    steps.append(Step(way, out.status, out.stdout + out.stderr))
    return out


def _is_over(command: Command, answer: Result) -> bool:
    """Whether nothing is left to type; a change that was stopped half-way still is."""
    fine = {0, 1} if command.words == ("check",) else {0}
    return answer.status in fine and "half-way" not in answer.stderr


def _end(steps: list[Step], *, mended: bool) -> str:
    if mended:
        return "mended"
    return "worked" if len(steps) > 1 else "done at once"


def _filled(command: str) -> str:
    for word, typed in _FILLED.items():
        command = re.sub(rf"(?<![\w/]){re.escape(word)}(?![\w/])", typed, command)
    return command


def _wants_a_person(words: str) -> bool:
    return bool(re.search(r"\bresolve\b|\bfix and git\b", words, re.IGNORECASE))


def _resolve(place: Place) -> bool:
    """What an editor does to files with conflict markers."""
    listed = place.git("ls-files", "-z", "--unmerged", check=False).split("\0")
    paths = {entry.partition("\t")[2] for entry in listed} - {""}
    for path in paths:
        text = place.read(path)
        lines = [line for line in text.split("\n") if not line.startswith(_MARKERS)]
        place.write({path: "\n".join(lines)})
    return bool(paths)
