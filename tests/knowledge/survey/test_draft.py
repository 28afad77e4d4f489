from teamkit.knowledge.survey.draft import TeamDraft
from teamkit.store.change import Change, Write, edit
from teamkit.team import Team
from tests.conftest import Folder
from tests.knowledge.survey.made import ANA, with_skills


def test_changes_are_read_back_and_checked_against_what_stands_on_disk(small: Folder) -> None:
    team = Team.open(with_skills(small).path)
    draft = TeamDraft(team)

    for number in (1, 2):
        for stem in ("ana", "new"):
            standing = draft.read(f"skills/{stem}.md")
            text = f"{standing.text if standing else ''}{number}\n"
            path = f"skills/{stem}.md"
            writes = edit(standing, text) if standing else (Write(path, text),)
            draft.take(Change("x", "x", writes))

    digest = team.document("skills", "ana")
    assert digest
    assert draft.writes == (
        Write("skills/ana.md", f"{ANA}1\n2\n", digest.digest),
        Write("skills/new.md", "1\n2\n", None),
    )
    assert small.status() == ""
