"""axe-core on the page shown: what it finds, without what cannot be mended from here.

It runs in the browser, on the page as it is: with what is open, in the mode that is set.
"""

from __future__ import annotations

from dataclasses import dataclass

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

STANDARDS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
ALSO = ("target-size",)
"""Rules of these standards that axe leaves off unless they are asked for."""

_FOUND = """async ([standards, also, exempt]) => {
  const rules = Object.fromEntries(also.map((rule) => [rule, {enabled: true}]));
  const found = await axe.run(document, {
    runOnly: {type: 'tag', values: standards}, rules, resultTypes: ['violations']});
  return found.violations.flatMap(({id, nodes}) => nodes.map(({target, html, failureSummary}) => {
    const box = document.querySelector(target[0]);
    return {rule: id, parts: box ? exempt.filter((css) => box.matches(css)) : [],
            text: `${id}: ${html.slice(0, 200)} ${failureSummary.split('\\n')[1] || ''}`};
  }));
}"""


@dataclass(frozen=True)
class Exempt:
    """A finding in Streamlit's own elements: its rule, the element, where it is met, and why.

    where: slugs of pages, or names of states.
    """

    rule: str
    selector: str
    where: frozenset[str]
    reason: str


EXEMPT = (
    Exempt(
        "presentation-role-conflict",
        '[data-testid="stFileUploaderDropzone"]',
        frozenset({"kesiapan"}),
        "Streamlit names the drop zone of an upload, which has no role; its button is what is "
        "used, and has role and name",
    ),
    Exempt(
        "region",
        '[role="listbox"]',
        frozenset({"a list"}),
        "Streamlit draws the open list of a choice beside the page's landmarks; it belongs to its "
        "combobox, which says so, and is gone when it is left",
    ),
    Exempt(
        "region",
        "[data-floating-ui-portal]",
        frozenset({"a menu"}),
        "Streamlit draws an open menu of the navigation beside the page's landmarks; the button "
        "that opens it is inside one, and gets the focus back",
    ),
)
"""Each is found on its pages, or its line goes: `findings` says so."""


def findings(page: Page, where: str) -> list[str]:
    """What axe finds wrong, and the exemptions due there that it does not find any more."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(_FOUND, [STANDARDS, ALSO, [each.selector for each in EXEMPT]])
    due = {each for each in EXEMPT if where in each.where}
    met = {
        each
        for each in due
        for one in found
        if one["rule"] == each.rule and each.selector in one["parts"]
    }
    told = [
        one["text"]
        for one in found
        if not any(one["rule"] == each.rule and each.selector in one["parts"] for each in due)
    ]
    return [*told, *(f"exempt, but not found: {each.rule}" for each in due - met)]


def version(page: Page) -> str:
    """Of axe, once it has run on the page."""
    told: str = page.evaluate("axe.version")
    return told
