// Put into every page before its own scripts: tells when a reader sees what is wanted.
//
// Looks once per frame at what is drawn, through open and closed shadow roots, so that it does not
// matter which library or element draws a chart. `first` is what a page that loads must show.
((first) => {
  const roots = [document];
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    roots.push(root);
    return root;
  };
  const all = (css) => roots
    .filter((root) => root === document || root.host.isConnected)
    .flatMap((root) => [...root.querySelectorAll(css)]);
  const plain = (text) => text.replace(/\s+/g, ' ').trim();
  const text = () => plain(roots
    .filter((root) => root === document || root.host.isConnected)
    .map((root) => (root.body ?? root).textContent).join(' '));

  const chartsSeen = () => all('.js-plotly-plot')
    .filter((chart) => chart.getClientRects().length > 0)
    .map((chart) => ({
      bars: chart.querySelectorAll('.barlayer .point path').length,
      points: chart.querySelectorAll('.scatterlayer .points path').length,
      texts: [...chart.querySelectorAll('text')].map((each) => plain(each.textContent)),
    }));
  const isDrawn = (wanted) => (seen) =>
    seen.bars >= wanted.fewest_bars && seen.bars <= wanted.most_bars
    && seen.points === wanted.points
    && wanted.texts.every((each) => seen.texts.includes(each));

  const lacking = (texts) => {
    const shown = text();
    return texts.filter((each) => !shown.includes(each));
  };
  const missing = (wanted) => {
    const seen = chartsSeen();
    const charts = wanted.charts.filter((chart) => !seen.some(isDrawn(chart)));
    if (charts.length || seen.length !== wanted.charts.length) { return { charts, seen }; }
    const texts = lacking(wanted.texts);
    return texts.length ? { texts } : null;
  };

  let since = 0;
  let wanted = first;
  const state = {
    took: null,
    missing: () => missing(wanted),
    lacksOfTables: () => lacking(wanted.tables),
  };
  // From the press of a button on; a page that loads counts from the start of its navigation.
  state.await = (next) => { wanted = next; since = null; state.took = null; };
  document.addEventListener('pointerdown', () => { since ??= performance.now(); }, true);

  const look = () => {
    if (state.took === null && since !== null && document.body && !missing(wanted)) {
      state.took = performance.now() - since;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  window.seen = state;
})
