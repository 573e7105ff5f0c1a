// The chart board: draws what Python hands it by Plotly.react, on a place that stays as long as
// the chart is on the page. A chart is the JSON of { title, alt, spec, dark }: spec is Plotly's, for a
// light page; dark says what is different on a dark one, as pairs of a path into it and a value.

const PRINTED_WIDTH = 660;
const KEYS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
const boards = new Map(); // place -> board
let loading = null;
let isPrinting = false;

/** Draw a chart in its place, or what is new of it; answers with what to do when it goes. */
export async function draw({ data, parentElement: place }, words) {
  const board = boards.get(place) ?? build(place, words);
  const told = new TextDecoder().decode(data);
  if (board.told !== told) {
    const { title, alt } = JSON.parse(told);
    Object.assign(board, { told, title, isStale: true });
    board.chart.setAttribute("aria-label", alt);
    label(board);
  }
  try {
    await library(words);
    board.failed.hidden = true;
    paint(board);
  } catch (fault) {
    board.failed.hidden = false;
    console.warn(fault);
  }
  return () => place.isConnected || remove(place);
}

/** Plotly, asked for once; after a failure the next chart that is drawn asks again. */
function library({ library: address, locale }) {
  loading ??= new Promise((found, missing) => {
    const script = document.createElement("script");
    script.src = new URL(address, import.meta.url).href;
    script.onload = () => {
      window.Plotly.register({ moduleType: "locale", name: "id", dictionary: {}, format: locale });
      found();
    };
    script.onerror = () => {
      loading = null;
      script.remove();
      missing(new Error(`not loaded: ${script.src}`));
    };
    document.head.append(script);
  });
  return loading;
}

function build(place, words) {
  const root = element("div", { class: "zi-board", lang: "id" });
  const board = {
    root,
    words,
    chart: element("div", { class: "zi-board-chart", role: "img", tabindex: "0" }),
    button: element("button", { class: "zi-board-full", type: "button" }, "\u26F6"),
    failed: element("p", { class: "zi-empty", role: "status" }, words.notDrawn),
    said: element("p", { class: "zi-hidden", "aria-live": "polite" }),
    seen: new ResizeObserver(() => paint(board)),
    at: -1,
  };
  board.failed.hidden = true;
  board.button.hidden = !document.fullscreenEnabled;
  board.button.addEventListener("click", () => toggle(board));
  board.chart.addEventListener("keydown", (event) => step(board, event));
  board.chart.addEventListener("blur", () => unpoint(board));
  root.addEventListener("keydown", (event) => leave(board, event));
  root.append(board.chart, board.button, board.failed, board.said);
  place.append(root);
  board.seen.observe(board.chart);
  boards.set(place, board);
  return board;
}

function remove(place) {
  const board = boards.get(place);
  boards.delete(place);
  board?.seen.disconnect();
  if (board?.drawn) window.Plotly.purge(board.chart);
}

/** What Plotly draws, made anew each time, for it writes into it. */
function specOf(told, isDark) {
  const { spec, dark } = JSON.parse(told);
  for (const [path, value] of isDark ? dark : []) {
    const last = path.pop();
    path.reduce((part, step) => part[step], spec)[last] = value;
  }
  return spec;
}

/** Draw what is not drawn yet: a new chart, or the same one in another size or colour mode. */
function paint(board) {
  const { chart } = board;
  const width = isPrinting ? Math.min(PRINTED_WIDTH, chart.clientWidth) : chart.clientWidth;
  if (!window.Plotly || !board.told || !width) return;
  const isDark = getComputedStyle(board.root).colorScheme === "dark";
  const { data, layout } = specOf(board.told, isDark);
  const height = isFull(board) ? chart.clientHeight : layout.height;
  const look = `${width} ${height} ${isDark}`;
  if (!board.isStale && look === board.drawn) return;
  board.isStale = false;
  board.drawn = look;
  board.points = pointsOf(data);
  unpoint(board);
  const sized = { ...layout, width, height, autosize: false };
  window.Plotly.react(chart, data, sized, { displayModeBar: false, locale: "id" });
  if (document.fonts.status === "loading") document.fonts.ready.then(() => again(board));
}

/** Letters have got another width: the room left for them is measured anew. */
function again(board) {
  board.isStale = board.root.isConnected;
  if (board.isStale) paint(board);
}

const isFull = (board) => document.fullscreenElement === board.root;

function toggle(board) {
  if (isFull(board)) document.exitFullscreen();
  else board.root.requestFullscreen();
}

/** Browsers leave by Escape themselves, but not all of them under all circumstances. */
function leave(board, event) {
  if (event.key === "Escape" && isFull(board)) document.exitFullscreen();
}

/** Names the button by what it does now. */
function label(board) {
  const { fullScreen, leaveFullScreen } = board.words;
  const does = isFull(board) ? leaveFullScreen : fullScreen;
  board.button.title = does;
  board.button.setAttribute("aria-label", `${does}: ${board.title}`);
}

/** What the arrow keys go through: group by group, in each what is drawn with a length. */
function pointsOf(traces) {
  const told = traces.flatMap((trace, curveNumber) =>
    trace.hoverinfo === "skip" || trace.hoveron === "fills"
      ? []
      : trace.x.map((x, pointNumber) => ({ curveNumber, pointNumber, isSeen: x !== 0 })),
  );
  return told
    .filter((point) => point.isSeen)
    .sort((a, b) => a.pointNumber - b.pointNumber || a.curveNumber - b.curveNumber)
    .map(({ curveNumber, pointNumber }) => ({ curveNumber, pointNumber }));
}

function step(board, event) {
  const by = KEYS[event.key];
  if (by && board.points?.length && !event.ctrlKey && !event.altKey && !event.metaKey) {
    event.preventDefault();
    const last = board.points.length - 1;
    board.at = Math.min(last, Math.max(0, board.at + by));
    window.Plotly.Fx.hover(board.chart, [board.points[board.at]]);
    setTimeout(() => say(board), 100); // Plotly draws the text a moment later
  } else if (event.key === "Escape") {
    unpoint(board);
  }
}

function say(board) {
  const shown = [...board.chart.querySelectorAll(".hoverlayer .hovertext text.nums")];
  const lines = shown.flatMap((text) => {
    const parts = [...text.querySelectorAll(".line")];
    return (parts.length ? parts : [text]).map((part) => part.textContent);
  });
  board.said.textContent = lines.join(", ");
}

function unpoint(board) {
  if (board.at >= 0) window.Plotly.Fx.unhover(board.chart);
  board.at = -1;
  board.said.textContent = "";
}

function element(name, attributes, text = "") {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

const everywhere = (act) => boards.forEach(act);
document.addEventListener("fullscreenchange", () => {
  everywhere((board) => {
    label(board);
    paint(board);
  });
});
window.addEventListener("beforeprint", () => {
  isPrinting = true;
  everywhere(paint);
});
window.addEventListener("afterprint", () => {
  isPrinting = false;
  everywhere(paint);
});
