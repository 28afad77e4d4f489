"""In which order people speak: by lot, or those first who were heard least.

Who was heard how often is for the host alone; nothing here ranks anybody.
"""

from collections.abc import Collection, Mapping, Sequence

#: How many earlier meetings count.
LOOKED_AT = 8
#: Who spoke in each earlier meeting, the newest first.
History = Sequence[Collection[str]]


def order(
    people: Collection[str], drawn_for: str, heard: Mapping[str, int] | None = None
) -> tuple[str, ...]:
    """The order in which *people* speak: heard in fewest meetings first, then by lot.

    Args:
        people: handles.
        drawn_for: what the lot is drawn from: the same words give the same order everywhere, and
            somebody more or less leaves the others as they stand.
        heard: in how many meetings each was heard; without it the lot alone decides.
    """
    from hashlib import sha256

    counts = heard or {}

    def place(handle: str) -> tuple[int, bytes]:
        lot = sha256(f"{drawn_for}\n{handle}".encode("utf-8", "replace")).digest()
        return counts.get(handle, 0), lot

    return tuple(sorted(people, key=place))


def heard(people: Collection[str], history: History) -> dict[str, int]:
    """In how many of the last eight meetings each of *people* spoke."""
    return {one: sum(one in spoke for spoke in history[:LOOKED_AT]) for one in people}


def reason(handle: str, heard_by_handle: Mapping[str, int], of: int) -> str:
    """Why somebody stands where they stand, for the host alone."""
    if not of or handle not in heard_by_handle:
        return "drawn by lot"
    meetings = "1 meeting" if of == 1 else f"{of} meetings"
    return f"spoke in {heard_by_handle[handle]} of the last {meetings}, then by lot"
