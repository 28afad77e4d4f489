"""Which skills are in demand, in a few words each, for the questions of the survey."""

from collections import Counter
from collections.abc import Iterable

from teamkit.knowledge.skills.demand import Naming
from teamkit.knowledge.survey.ask import Demand

#: A kind of record -> what one of them, and several, have to do with a skill that is needed.
_SAID = {
    "solution": ("1 solution needs it", "{} solutions need it"),
    "talk": ("1 talk about it is wanted", "{} talks about it are wanted"),
    "guideline": ("1 guideline needs it", "{} guidelines need it"),
    "proposal": ("1 project needs it", "{} projects need it"),
    "catalog": ("marked in the catalog", "marked in the catalog"),
}


def in_demand(records: Iterable[Naming]) -> Demand:
    """Skill -> why it is needed, counted by kind; skills nobody needs are left out."""
    paths: dict[str, dict[str, set[str]]] = {}
    for record in records:
        if record.need:
            kinds = paths.setdefault(record.skill, {})
            kinds.setdefault(record.kind, set()).add(record.path)
    return {skill: _said(kinds) for skill, kinds in paths.items()}


def _said(kinds: dict[str, set[str]]) -> str:
    counts = Counter({kind: len(found) for kind, found in kinds.items()})
    said = (
        (one if counts[kind] == 1 else several).format(counts[kind])
        for kind, (one, several) in _SAID.items()
        if counts[kind]
    )
    return ", ".join(said)
