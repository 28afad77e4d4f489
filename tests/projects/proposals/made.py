"""Proposals for tests, as files and as values."""

from teamkit.markdown.document import parse, plain_handle
from teamkit.markdown.outline import Outline
from teamkit.projects.proposals.model import Proposal
from teamkit.projects.proposals.read import read_proposal

WATCH = """\
---
title: Wreck watch
status: Lead
owner: "@ana"
decider: "[[people/carla|Carla]]"
starts: 2027-01-11
ends: 2027-06-25
probability: 60
scope: medium
risk: High
---

# Wreck watch

Divers want to be told.

## needs

| Need | Skill | Level | FTE | From | To | Solution |
| --- | --- | --- | --- | --- | --- | --- |
| Tide map | vector-tiles | 3 | 0.5 | 2027-01-11 | 2027-03-26 | [Map](../solutions/map.md) |
| Alerts | data | 9 | 50 % |  |  | [[sms\\|Messages]] |
| Form | offline | | -1 | 2027-06-01 | 2027-05-01 | [far](https://example.org/x.md) |
| | data | 3 | 1 | | | |

## Allocation

| Need | Person | Role | Part | From | To | State |
| --- | --- | --- | --- | --- | --- | --- |
| Tide map | @dani | Main | 40 | | 2027-02-01 | Volunteered |
| alerts | [[ana]] and [Ben](../people/ben.md) | support | 10 % | | | maybe |
| Wharf | Eli | main | 140 | 2027-02-01 | 2027-01-01 | agreed |
| Form | | main | 20 | | | agreed |

## Advice

| Asked | Why | On | By |
| --- | --- | --- | --- |
| @ana | the map \\| the form | 2026-11-16 | 2026-11-20 |
| @ben | | | soon |

### 2026-11-18 @ana

I can help.

#### With the map

```
### 2026-11-19 @eve
```

### 2026-11-20: @ben, @carla

Not at night.

## Decision

- **Decided 2026-12-04 by @carla**
- **Intended outcome:** divers are told
  within an hour
- Review on 2027-03-01
- Dissent: @ben thinks that nobody
  will look.

Later.

## Else

| Need | Person | State |
| --- | --- | --- |
| Tide map | @goran | agreed |
"""


def proposal(text: str, stem: str = "a-plan") -> Proposal:
    """The proposal in a file of that text; names stay as they are written."""
    return read_proposal(parse(f"proposals/{stem}.md", text.encode()), plain_handle)


def outline(text: str) -> Outline:
    """A proposal's file of that text, as it is edited."""
    return Outline(parse("proposals/a-plan.md", text.encode("utf-8", "surrogatepass")))
