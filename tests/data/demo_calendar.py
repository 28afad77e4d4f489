"""The demo's year: which meeting is on which day, who is there, who leads and who takes notes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tests.data.demo_people import CANCELLED, PEOPLE, REGRETS

FIRST = date(2025, 11, 21)
LAST = date(2026, 11, 20)

#: Who begins, where nobody has had a turn yet.
_ORDER = ("carla", "goran", "ana", "fay", "eli", "ben", "dani", "hana")

#: Ben finds a reason in most of his turns; these are the ones that he really took.
_BENS_OWN_TURNS = (2, 5)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of the year; a cancelled one has nobody.

    Attributes:
        asked: who was asked to take notes, in the agenda.
        takers: who really took them.
    """

    day: date
    series: str
    facilitator: str = ""
    asked: str = ""
    takers: str = ""
    present: tuple[str, ...] = ()
    regrets: tuple[str, ...] = ()
    cancelled: str = ""

    @property
    def name(self) -> str:
        """The name of its files, `2026-11-20-friday`."""
        return f"{self.day}-{self.series}"


def year() -> tuple[Meeting, ...]:
    """Every meeting of the year, cancelled ones too, oldest first."""
    led: dict[str, int] = {}
    noted: dict[str, int] = {}
    bens_turns = 0
    meetings = []
    for number, day in enumerate(_fridays(), start=1):
        if str(day) in CANCELLED:
            meetings.append(Meeting(day, _series(day), cancelled=CANCELLED[str(day)]))
            continue
        expected = [person.handle for person in PEOPLE if person.joined <= day]
        for newcomer in (one.handle for one in PEOPLE if FIRST < one.joined <= day):
            led.setdefault(newcomer, number)
            noted.setdefault(newcomer, number)
        known_away = {handle for handle in expected if is_away(handle, day)}
        missing = known_away | set(REGRETS.get(str(day), ()))
        present = [handle for handle in expected if handle not in missing]
        leads = _longest_ago(led, present)
        asked = _longest_ago(noted, set(expected) - known_away - {leads})
        bens_turns += asked == "ben"
        steps_back = asked not in present or (asked == "ben" and bens_turns not in _BENS_OWN_TURNS)
        takes = _longest_ago(noted, set(present) - {leads, asked}) if steps_back else asked
        led[leads] = noted[asked] = noted[takes] = number
        meetings.append(
            Meeting(day, _series(day), leads, asked, takes, tuple(present), tuple(sorted(missing)))
        )
    return tuple(meetings)


def is_away(handle: str, day: date) -> bool:
    """Whether the person's own file says that they are away on *day*."""
    person = next(person for person in PEOPLE if person.handle == handle)
    spans = (span.partition("/") for span in person.away)
    return any(first <= str(day) <= (last or first) for first, _, last in spans)


def _fridays() -> Iterator[date]:
    day = FIRST
    while day <= LAST:
        yield day
        day += timedelta(weeks=1)


def _series(day: date) -> str:
    is_last_of_month = (day + timedelta(weeks=1)).month != day.month
    return "joint" if is_last_of_month else "friday"


def _longest_ago(turns: dict[str, int], people: Iterable[str]) -> str:
    """Whoever had their last turn the longest ago."""
    return min(people, key=lambda handle: (turns.get(handle, 0), _ORDER.index(handle)))
