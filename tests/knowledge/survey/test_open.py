import pytest

from teamkit.knowledge.survey.open import spoken
from tests.conftest import Folder
from tests.knowledge.survey.made import with_skills

OPEN = ("skills", "survey", "open")


@pytest.mark.parametrize(
    ("name", "title", "path"),
    [
        ("2026-q4", "Skills survey 2026 Q4", "skills/surveys/2026-q4.md"),
        ("2026 Q4", "Skills survey 2026 Q4", "skills/surveys/2026-q4.md"),
        ("maps", "Skills survey maps", "skills/surveys/maps.md"),
    ],
)
def test_the_title_comes_from_the_name(small: Folder, name: str, title: str, path: str) -> None:
    result = small.run(*OPEN, name)

    assert (result.status, result.stdout) == (0, f"{path}\n")
    assert small.read(path).startswith(
        f"---\ntitle: {title}\nopens: 2026-12-01\ncloses: 2026-12-15\n---\n\n# {title}\n"
    )
    assert small.log() == [f"Open the {title[0].lower()}{title[1:]}"]


def test_its_areas_skills_and_last_day_are_kept_as_sets(small: Folder) -> None:
    result = with_skills(small).run(
        *OPEN, "q", "--skill", "psql, css,postgres", "--area", "backend", "--closes", "+3w",
        "--title", "What we know",
    )  # fmt: skip

    assert result.status == 0
    assert small.read("skills/surveys/q.md").startswith(
        "---\ntitle: What we know\nopens: 2026-12-01\ncloses: 2026-12-22\nareas:\n  - backend\n"
        "skills:\n  - css\n  - postgres\n---\n"
    )
    assert small.log() == ["Open the skills survey What we know"]


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        (("--skill", "postgrs"), 3, "There is no skill 'postgrs'."),
        (("--area", "moon"), 2, "moon"),
        (("--closes", "2026-11-30"), 2, "It would close on 2026-11-30, before it opens."),
    ],
)
def test_what_cannot_be_meant_is_refused(
    small: Folder, options: tuple[str, str], status: int, said: str
) -> None:
    result = with_skills(small).run(*OPEN, "q", *options)

    assert (result.status, result.stdout) == (status, "")
    assert said in result.stderr
    assert not (small.path / "skills/surveys").exists()


def test_a_name_that_stands_is_refused(small: Folder) -> None:
    small.run(*OPEN, "q")

    again = small.run(*OPEN, "Q")

    assert again.status == 4
    assert "skills/surveys/q.md" in again.stderr


def test_a_title_is_spoken_inside_a_sentence() -> None:
    assert spoken("Skills survey 2026") == "skills survey 2026"
    assert spoken("Maps") == "skills survey Maps"
