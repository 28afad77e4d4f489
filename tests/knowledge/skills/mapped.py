"""Skills, people and answers for the tests of the map."""

from datetime import date

from teamkit.people.abilities import Ability
from teamkit.people.catalog import Catalog, Skill
from teamkit.people.person import Person

TODAY = date(2026, 12, 1)
CATALOG = Catalog(
    {
        "postgis": Skill("postgis", "PostGIS", ("geo postgres",), (), "data"),
        "css": Skill("css", "CSS", (), (), "pages"),
        "raster": Skill("raster", "Raster data", (), (), "data"),
    }
)
ANA = Person("ana", "Ana A", areas=("backend",))
BEN = Person("ben", "Ben", areas=("backend",), away=((TODAY, date(2026, 12, 4)),))
CARLA = Person("carla", "Carla", areas=("Frontend",))
GORAN = Person("goran", "Goran", left=TODAY)


def own(
    person: str, skill: str, level: int, want: str = "", updated: date | None = None
) -> Ability:
    """One row of somebody's table."""
    return Ability(person, skill, level, want, updated, "", f"skills/{person}.md", 3)
