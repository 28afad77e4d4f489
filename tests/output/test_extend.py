"""Beliefs about records that hold all of another one."""

from typing import NamedTuple

from teamkit.output.extend import part, plain, within
from teamkit.output.fields import COUNT, TEXT, Field, Record, words_only
from teamkit.output.shapes import Column


class Coin(NamedTuple):
    name: str
    cents: int


class Purse(NamedTuple):
    owner: str
    coin: Coin


COIN = Record[Coin](
    "coin",
    "Money.",
    (
        Field("coin", lambda c: c.name, TEXT, "Its name.", Column("Coin"), "Coin"),
        Field(
            "cents", lambda c: c.cents, COUNT, "Its worth.", Column("Worth"),
            words=lambda c: f"{c.cents} ct",
        ),
        words_only(lambda c: c.name.upper(), Column("Loud")),
    ),
)  # fmt: skip


def coin_of(purse: Purse) -> Coin:
    return purse.coin


PURSE = Record[Purse](
    "purse",
    "What somebody has.",
    (Field("owner", lambda p: p.owner, TEXT, "Whose."), *within(COIN.fields, coin_of)),
)


def test_a_record_has_the_keys_and_words_of_another_one() -> None:
    purse = Purse("ana", Coin("dime", 10))

    assert PURSE.facts(purse) == {"owner": "ana", "coin": "dime", "cents": 10}
    assert [field.text(purse) for field in PURSE.fields] == ["ana", "dime", "10 ct", "DIME"]


def test_fields_for_programs_have_no_column_and_no_label() -> None:
    fields = plain(COIN.fields)

    assert [(field.key, field.column, field.label) for field in fields] == [
        ("coin", None, ""),
        ("cents", None, ""),
    ]


def test_a_part_of_a_page_has_rows_and_no_items() -> None:
    table = part("coins", COIN, [Coin("dime", 10)], title="Coins", empty="None.")

    assert (table.rows, table.items) == ((("dime", "10 ct", "DIME"),), ())
    assert (table.kind, table.title, table.empty) == ("coins", "Coins", "None.")
