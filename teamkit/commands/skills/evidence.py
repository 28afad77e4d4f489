"""`teamkit skills evidence`."""

from typing import Annotated

import typer

from teamkit.cli.options import reads
from teamkit.cli.questions import data
from teamkit.cli.session import Session
from teamkit.errors import NotFoundError, UsageError
from teamkit.knowledge.commits import paths, summaries, summarize, views
from teamkit.people.abilities import abilities
from teamkit.people.catalog import catalog
from teamkit.repo import authorship


@reads
def command(
    session: Session,
    repo: Annotated[
        str, typer.Option(metavar="DIR", help="A clone of a code repository, to read now.")
    ] = "",
    map_: Annotated[
        str, typer.Option("--map", metavar="FILE", help="Which paths stand for which skills.")
    ] = "",
    name: Annotated[
        str, typer.Option(metavar="NAME", help="What to call it; else its folder's name.")
    ] = "",
    forget: Annotated[
        str, typer.Option(metavar="NAME", help="Drop what is kept of that repository.")
    ] = "",
) -> None:
    """Read or list evidence from code repositories.

    Kept is a summary by month, in this clone alone: handles, skills and paths, no addresses.
    who-knows shows it with its date and fades it as it ages. The map is YAML: api/uploads/: queues.
    Nothing is written to the repository, and nothing of it is started.

    \b
    Examples:
      teamkit skills evidence --repo ../tidewatch --map paths.yml
      teamkit skills evidence
      teamkit skills evidence --forget tidewatch
    """
    if forget and (repo or map_):
        raise UsageError("Either --repo or --forget.", hint="See: teamkit skills evidence --help")
    if bool(repo) != bool(map_) or (name and not repo):
        hint = "teamkit skills evidence --repo DIR --map paths.yml"
        raise UsageError("A repository is read with a map of its paths.", hint=hint)
    if forget:
        _forget(session, forget)
    elif repo:
        _read(session, repo, map_, name)
    else:
        session.show(views.kept(summaries.around(session.team), catalog(session.team)))


def _read(session: Session, repo: str, file: str, name: str) -> None:
    folder, vocabulary = session.start / repo, catalog(session.team)
    if not folder.is_dir():
        raise NotFoundError(
            f"There is no folder {repo}.", hint="Give the folder of a clone: --repo DIR"
        )
    known = abilities(session.team, vocabulary)
    meant = paths.read_map(file, data(session, file), vocabulary, known)
    clone = authorship.clone(folder)
    found = summarize.read(clone, meant.patterns, session.people, session.today, name)
    if not session.dry_run:
        summaries.keep(session.team.repo.common_dir(), found.summary)
    session.show(views.read(found, vocabulary, meant.findings))
    session.tell(views.told(found, meant.findings, is_kept=not session.dry_run))


def _forget(session: Session, name: str) -> None:
    common_dir = session.team.repo.common_dir()
    session.show(views.forgotten(summaries.forget(common_dir, name, dry_run=session.dry_run)))
    gone = "Forgotten; who-knows no longer counts it."
    session.tell(["Nothing was forgotten." if session.dry_run else gone])
