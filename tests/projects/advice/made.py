"""Proposals for tests of the advice process, and the people around them."""

from datetime import date

from teamkit.markdown.document import parse
from teamkit.people.directory import Directory
from teamkit.people.person import Person
from teamkit.projects.advice.status import AdviceStatus, standing
from teamkit.projects.proposals.model import Proposal
from teamkit.projects.proposals.read import read_proposal

TODAY = date(2026, 12, 1)
PATH = "proposals/beacon.md"
TEXT = """\
---
title: Beacon
status: proposal
owner: ana
decider: carla
scope: medium
risk: medium
---

# Beacon

## Advice

| Asked | Why | On | By |
| --- | --- | --- | --- |
| @ben | the webhooks | 2026-11-19 | 2026-11-27 |
| @goran | the nights | 2026-11-30 | 2026-12-07 |

### 2026-11-20 @eli

Start small.

## Decision

Not decided yet.
"""

PEOPLE = Directory(
    {
        "ana": Person("ana", "Ana"),
        "ben": Person("ben", "Ben"),
        "carla": Person("carla", "Carla"),
        "eli": Person("eli", "Eli", away=((date(2026, 11, 30), date(2026, 12, 11)),)),
        "goran": Person("goran", "Goran"),
        "hana": Person("hana", "Hana", left=date(2026, 11, 1)),
    }
)


def proposal(text: str = TEXT) -> Proposal:
    """The proposal in *text*."""
    return read_proposal(parse(PATH, text.encode()), PEOPLE.resolve)


def known(text: str = TEXT, today: date = TODAY) -> AdviceStatus:
    """How the advice on the proposal in *text* stands."""
    return standing(proposal(text), PEOPLE, today)


def day(text: str) -> date:
    """A day of the demo's year: `12-04`."""
    return date.fromisoformat(f"2026-{text}")
