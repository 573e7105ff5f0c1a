"""The one place that writes HTML: texts stay texts, and keep to themselves."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from pages._frame import markup
from tests.hostile import PAYLOADS
from zi_metrics.tables.cells import legible


class Read(HTMLParser):
    """The elements and the text of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.said = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.said += data


@pytest.mark.parametrize("name", PAYLOADS)
def test_hostile_text_stays_a_text_between_tags_and_inside_them(name: str) -> None:
    written = PAYLOADS[name]
    read = Read(markup.tag("p", written, title=written))
    assert [tag for tag, _ in read.elements if tag != "bdi"] == ["p"]
    assert read.elements[0][1] == {"title": legible(written)}
    assert read.said == legible(written)


def test_words_from_the_right_are_isolated_from_what_stands_around_them() -> None:
    assert markup.tag("p", "תקציב", " · ", "2025") == "<p><bdi>תקציב</bdi> · 2025</p>"
    assert markup.tag("p", "Anggaran – 2025") == "<p>Anggaran – 2025</p>"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//evil.test", "x\ny"])
def test_only_web_addresses_become_links(url: str) -> None:
    assert [tag for tag, _ in Read(markup.link(url, "Buka")).elements] == ["span"]
