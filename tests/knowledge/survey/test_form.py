from teamkit.knowledge.survey import form
from teamkit.people.catalog import Catalog, Skill
from teamkit.people.person import Person
from tests.knowledge.survey.made import NOW, VOCABULARY, row


def test_a_row_per_person_a_column_per_skill_the_last_answers_filled_in() -> None:
    people = [Person("ana", "Ana Ferr\u00e1ndiz"), Person("ben", "Ben")]
    rows = [row("postgis", 3, NOW, "more"), row("css", 0), row("postgis", 1)]

    made = form.form(people, rows, ["postgis", "css", "my own"], VOCABULARY, NOW)

    assert form.lines(made) == (
        "Person,Name,As of,PostGIS,CSS,my own",
        "ana,Ana Ferr\u00e1ndiz,2026-12-01,3m,0,",
        "ben,Ben,2026-12-01,,,",
    )


def test_no_cell_is_a_formula_or_breaks_its_line() -> None:
    people = [Person("ana", '=cmd|"/c calc"!A1\nx')]

    made = form.form(people, [], ["=1+1", "-x", "@y", "a,b"], VOCABULARY, NOW)

    assert form.lines(made) == (
        """Person,Name,As of,'=1+1,'-x,'@y,"a,b\"""",
        """ana,"'=cmd|""/c calc""!A1 x",2026-12-01,,,,""",
    )


def test_a_skill_called_like_another_column_or_like_two_skills_is_found_again() -> None:
    known = Catalog({"n": Skill("n", "Name"), "a": Skill("a", "Same"), "b": Skill("b", "same")})

    header = form.form([], [], ["n", "a", "b"], known, NOW)[0]

    assert header == ("Person", "Name", "As of", "skill:Name", "a", "b")
