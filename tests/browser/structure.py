"""What a page is built of, as somebody hears it who does not see it: headings, tables, charts."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.screen import settled

_ILL_BUILT = """() => {
  const main = document.querySelector('main'), found = [];
  const all = (css, root = main) => [...root.querySelectorAll(css)];
  const BARE = /^(Buka|Buka sel|Tautan|Lihat)( \\d+)?$/;
  const shown = (box) => box.checkVisibility({visibilityProperty: true}) && !box.closest('[inert]');
  const words = (text) => (text || '').replace(/\\s+/g, ' ').trim();
  const told = (box) => words(box.getAttribute('aria-label') || box.innerText);
  if (document.documentElement.lang !== 'id') found.push('the page does not say it is Indonesian');
  const headings = all('h1, h2, h3, h4, h5, h6').filter(shown);
  const levels = headings.map((box) => Number(box.tagName[1]));
  if (levels.filter((level) => level === 1).length !== 1) found.push(`h1: ${levels}`);
  levels.forEach((level, i) => {
    if (i && level > levels[i - 1] + 1) found.push(`jumps to h${level}: ${told(headings[i])}`);
  });
  for (const table of all('table:not([role])')) {
    const name = words(table.caption?.textContent);
    if (!name) found.push(`table without caption: ${table.innerText.slice(0, 60)}`);
    if (all('th', table).some((cell) => !cell.scope)) found.push(`headers of nothing: ${name}`);
    if (!all('thead th[scope=col]', table).length) found.push(`no column headers: ${name}`);
    const rows = all('tbody tr', table).filter((row) => !row.cells[0].matches('td[colspan]'));
    const spans = rows.some((row) => all('th[rowspan]', row).length);
    if (!spans && rows.some((row) => !row.querySelector('th')))
      found.push(`rows without a header: ${name}`);
    const box = table.closest('.zi-scroll');
    if (box && !(box.tabIndex === 0 && box.role === 'region' && told(box) === name))
      found.push(`scrolls for mice only: ${name}`);
  }
  const leads = new Map();
  for (const link of all('a[href]', document).filter(shown)) {
    if (!told(link) || BARE.test(told(link))) found.push(`says not what it opens: ${link.href}`);
    const item = link.closest('li, tr') || link, before = leads.get(item) || {};
    if ((before[told(link)] || link.href) !== link.href)
      found.push(`one name, two links: ${told(link)}`);
    leads.set(item, {...before, [told(link)]: link.href});
  }
  for (const picture of all('img', document))
    if (!picture.hasAttribute('alt')) found.push(`picture without words: ${picture.src}`);
  return found;
}"""
"""What is ill built on the page shown."""

_CHARTS = """() => [...document.querySelectorAll('main .js-plotly-plot')].map((drawn) => {
  const chart = drawn.closest('[role=img], [role=figure]');
  const block = chart.closest('[data-testid="stVerticalBlock"]');
  const words = (text) => (text || '').replace(/\\s+/g, ' ').trim();
  const after = (css) => [...block.querySelectorAll(css)].find(
    (box) => box.compareDocumentPosition(chart) & Node.DOCUMENT_POSITION_PRECEDING);
  const before = (css) => [...block.querySelectorAll(css)].findLast(
    (box) => box.compareDocumentPosition(chart) & Node.DOCUMENT_POSITION_FOLLOWING);
  const table = after('[data-testid="stExpander"] table');
  return {name: words(chart.getAttribute('aria-label')), title: words(before('h2')?.textContent),
          sentence: words(before('.zi-about p')?.textContent),
          opener: words(after('summary p')?.textContent),
          caption: words(table?.caption?.textContent),
          table: table ? [...table.tBodies[0].rows].map(
            (row) => [...row.cells].map((cell) => words(cell.textContent))) : [],
          groups: drawn._fullLayout.yaxis.ticktext || [],
          drawn: drawn.data.flatMap((trace) => trace.text || []).map(words).filter(Boolean)};
})"""


def ill_built(page: Page) -> list[str]:
    """What is wrong with headings, tables, links and pictures, each with the reason."""
    found: list[str] = page.evaluate(_ILL_BUILT)
    return found


def charts(page: Page) -> list[dict[str, object]]:
    """Every chart: its accessible name, heading, sentence, and the table that follows it."""
    found: list[dict[str, object]] = page.evaluate(_CHARTS)
    return found


def open_everything(page: Page) -> None:
    """Open what is closed on the page: lists and the tables of charts."""
    page.locator("main details:not([open]) > summary").evaluate_all(
        "closed => closed.forEach((each) => each.click())"
    )
    settled(page)
