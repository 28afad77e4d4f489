"""How long a job takes: `3-6 d`, `4 h`, `2 w`; a day is 8 hours, a week 5 days."""

import re
from typing import NamedTuple

from teamkit.errors import UsageError

#: Working hours of each unit.
HOURS = {"h": 1, "d": 8, "w": 40}
#: The forms, for hints.
FORMS = "Write 3-6 d, 4 h or 2 w (a day is 8 hours, a week 5 days)"

# Hours: 10,000 weeks. What is below has no more than six digits in any unit.
_TOO_LONG = 400_000
_NUMBER = r"([0-9]{1,6}(?:[.,][0-9]{1,2})?)"
_UNIT = r"(h|hours?|d|days?|w|weeks?)"
_DASH = "(?:[-\u2010-\u2014]|to)"
_RANGE = re.compile(rf"(?:{_NUMBER} *{_UNIT}? *{_DASH} *)?{_NUMBER} *{_UNIT}")


class Estimate(NamedTuple):
    """A range of working time within which three of five such jobs fall.

    Attributes:
        low: working hours, more than none, to two decimals.
        high: working hours; equal to *low* when one number was given.
        unit: h, d or w: how it was written.
    """

    low: float
    high: float
    unit: str

    @property
    def days(self) -> tuple[float, float]:
        """The range in working days."""
        return self.low / HOURS["d"], self.high / HOURS["d"]

    def spell(self) -> str:
        """The range as the team's files hold it: `3-6 d`; reads back as the very same."""
        low, high = (decimal(hours / HOURS[self.unit]) for hours in (self.low, self.high))
        return f"{low} {self.unit}" if low == high else f"{low}-{high} {self.unit}"


def parse(text: str) -> Estimate:
    """The time *text* means: one number or low-high, then the unit; spaces and case do not matter.

    Raises:
        UsageError: it cannot be read, is no time at all, or ends below where it starts.
    """
    found = _RANGE.fullmatch(" ".join(text.lower().split()))
    if found is None:
        raise UsageError(f"'{text}' is not a duration.", hint=FORMS)
    first, first_unit, last, unit = found.groups()
    low_unit, high_unit = (first_unit or unit)[0], unit[0]
    high = _hours(last, high_unit)
    low = high if first is None else _hours(first, low_unit)
    if high >= _TOO_LONG:
        raise UsageError(f"'{text}' is longer than any job.", hint=FORMS)
    if not low:
        raise UsageError(f"'{text}' begins with no time at all.", hint=FORMS)
    if low > high:
        raise UsageError(f"'{text}' ends below where it starts.", hint="Write low-high: 3-6 d")
    return Estimate(low, high, min(low_unit, high_unit, key=HOURS.__getitem__))


def _hours(number: str, unit: str) -> float:
    # Two decimals of any unit are whole hundredths of an hour, so that rounding loses nothing.
    return round(float(number.replace(",", ".")) * HOURS[unit], 2)


def decimal(number: float) -> str:
    """The number with as many decimals as it needs; two are all that anybody writes."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
