"""What a cell of links leads to."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_metrics.tables.links import LinkState, link_state, web_addresses


@pytest.mark.parametrize(
    ("written", "addresses"),
    [
        ("https://contoh.test/a", ["https://contoh.test/a"]),
        ("HTTP://CONTOH.TEST", ["HTTP://CONTOH.TEST"]),
        ("Lihat https://contoh.test/a?b=c#d (hal. 2)", ["https://contoh.test/a?b=c#d"]),
        ("https://contoh.test/a, https://contoh.test/b.", [
            "https://contoh.test/a", "https://contoh.test/b",
        ]),
        ("https://contoh.test/a\nhttps://contoh.test/b", [
            "https://contoh.test/a", "https://contoh.test/b",
        ]),
        ("https://contoh.test/a;https://contoh.test/b", [
            "https://contoh.test/a", "https://contoh.test/b",
        ]),
        ("https://contoh.test/a https://contoh.test/a", ["https://contoh.test/a"]),
        ("(https://contoh.test/a)", ["https://contoh.test/a"]),
        ("https://contoh.test/a_(b)", ["https://contoh.test/a_(b)"]),
        ("https://arsip.test/2025/https://contoh.test/a", [
            "https://arsip.test/2025/https://contoh.test/a",
        ]),
        ('<a href="https://contoh.test/a">', ["https://contoh.test/a"]),
        ("javascript:alert(1)//https://contoh.test/a", ["https://contoh.test/a"]),
        ("https://", []),
        ("https://[", []),
        ("https://drive.google.com:[lihat", []),
        ("https://bps.go.id:／data", []),
        ("https://[::1]/a", ["https://[::1]/a"]),
        ("“https://contoh.test/a”", ["https://contoh.test/a"]),
        ("‘https://contoh.test/a’.", ["https://contoh.test/a"]),
        ("«https://contoh.test/a»", ["https://contoh.test/a"]),
        ("(https://contoh.test/a_(b))", ["https://contoh.test/a_(b)"]),
        ("(lihat (https://contoh.test/a_(b).)),", ["https://contoh.test/a_(b)"]),
        ("https://contoh.test/b]", ["https://contoh.test/b"]),
        ("{https://contoh.test/b[1]}", ["https://contoh.test/b[1]"]),
        ("ftp://contoh.test", []),
        ("contoh.test/a", []),
        ("", []),
        (None, []),
    ],
)  # fmt: skip
def test_web_addresses_are_found_in_a_text(written: str | None, addresses: list[str]) -> None:
    assert web_addresses(written) == addresses


@pytest.mark.parametrize(
    ("state", "texts"),
    [
        (LinkState.PRESENT, ["https://contoh.test/a", "Folder: http://contoh.test"]),
        (
            LinkState.ABSENT,
            [None, "", " ", "-", "–", "...", "Belum", "belum ada", " Tidak  ada ", "N/A"],
        ),
        (
            LinkState.UNREADABLE,
            [
                "LIHAT EVIDENCE",
                "link",
                "www.contoh.test/a",
                "drive.google.com/x",
                "Lemari 3",
                "ada",
            ],
        ),
        (
            LinkState.REFUSED,
            [
                *(
                    "D:\\ZI\\a.pdf",
                    "d:/zi/a.pdf",
                    "\\\\server\\zi",
                    "file:///D:/ZI",
                    "/home/sari/a.pdf",
                ),
                *("javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,a", "ftp://a.test"),
                *("mailto:sari@contoh.test", "https://", "https://["),
            ],
        ),
    ],
)
def test_state_of_a_link(state: LinkState, texts: list[str | None]) -> None:
    assert {written: link_state(written) for written in texts} == dict.fromkeys(texts, state)


@given(st.text() | st.text("htps:/[]().,;|@ a\n", max_size=40))
def test_no_text_ever_raises(written: str) -> None:
    addresses = web_addresses(written)
    assert (link_state(written) is LinkState.PRESENT) == bool(addresses)
    assert all(each.lower().startswith(("http://", "https://")) for each in addresses)


@given(
    st.text("[]():/／@#?℀０1a.]", max_size=20),
    st.sampled_from(["https://", "http://a.id", "https://a.id:"]),
)
def test_every_address_can_be_taken_apart(rest: str, start: str) -> None:
    for address in web_addresses(start + rest):
        assert urlsplit(address).hostname


def test_very_long_text_is_read_at_once() -> None:
    assert web_addresses("https://contoh.test/a" + ")" * 50_000) == ["https://contoh.test/a"]
    assert link_state("a" * 50_000) is LinkState.UNREADABLE
