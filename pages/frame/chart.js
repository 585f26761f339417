// Draws one figure in the box that the page keeps for it. Plotly draws marks and axes; the words on them are written
// here, because Plotly lays out each of its annotations twice, which takes as long as all the rest of a chart.
// `data`: {figure: {data, layout}, config, alt}, with layout.annotations in Plotly's own words.

const SVG = "http://www.w3.org/2000/svg";
// Of the size of Public Sans: height of a line, and what stands above and hangs below the line that letters stand on.
const LINE = 1.3, ABOVE = 0.95, BELOW = 0.225, EDGE = 1;
const ANCHORS = { left: "start", center: "middle", right: "end" };

let asked;
function plotly() {
  asked ??= new Promise((done, failed) => {
    if (window.Plotly) return done(window.Plotly);
    const script = document.createElement("script");
    script.src = new URL("plotly/plotly.min.js", document.baseURI).href;
    script.onload = () => done(window.Plotly);
    script.onerror = () => failed(new Error("Plotly was not served"));
    document.head.append(script);
  });
  return asked;
}

// An anchor that is not given is the nearest third of the sheet, or the middle of a place among the data.
function anchor(given, onSheet, share, names) {
  if (given && given !== "auto") return given;
  return onSheet ? names[share <= 1 / 3 ? 0 : share >= 2 / 3 ? 2 : 1] : names[1];
}

// A place beyond the end of its axis is not on the chart.
function beyond(axis, value) {
  const share = axis.r2fraction(value);
  return share < 0 || share > 1;
}

function isShown(note, full) {
  return !(note.xref !== "paper" && beyond(full.xaxis, note.x)) && !(note.yref !== "paper" && beyond(full.yaxis, note.y));
}

function place(note, full) {
  const size = full._size, across = full.xaxis, down = full.yaxis;
  const x = note.xref === "paper" ? size.l + size.w * note.x : across._offset + across.r2p(note.x);
  const y = note.yref === "paper" ? size.t + size.h * (1 - note.y) : down._offset + down.r2p(note.y);
  return {
    x: x + (note.xshift ?? 0),
    y: y - (note.yshift ?? 0),
    side: anchor(note.xanchor, note.xref === "paper", note.x, ["left", "center", "right"]),
    edge: anchor(note.yanchor, note.yref === "paper", note.y, ["bottom", "middle", "top"]),
  };
}

function lineOf(words, x, y) {
  const line = document.createElementNS(SVG, "tspan");
  line.setAttribute("x", x);
  line.setAttribute("y", y);
  let bold = false;
  for (const part of words.split(/(<\/?b>)/)) {
    if (/^<\/?b>$/.test(part)) { bold = part === "<b>"; continue; }
    const run = document.createElementNS(SVG, "tspan");
    run.textContent = part;
    if (bold) run.setAttribute("font-weight", "bold");
    line.append(run);
  }
  return line;
}

function written(note, full) {
  const { x, y, side, edge } = place(note, full);
  const { size, color, family } = note.font, lines = note.text.split("<br>"), inset = EDGE;
  const height = size * (ABOVE + BELOW + LINE * (lines.length - 1));
  const top = { top: y + inset, middle: y - height / 2, bottom: y - inset - height }[edge];
  const start = { left: x + inset, center: x, right: x - inset }[side];
  const text = document.createElementNS(SVG, "text");
  text.setAttribute("text-anchor", ANCHORS[side]);
  text.setAttribute("font-family", family);
  text.setAttribute("font-size", size);
  text.setAttribute("fill", color);
  if (note.bgcolor) {
    text.setAttribute("stroke", note.bgcolor);
    text.setAttribute("stroke-width", size * 0.35);
    text.setAttribute("stroke-linejoin", "round");
    text.setAttribute("paint-order", "stroke");
  }
  lines.forEach((line, at) => text.append(lineOf(line, start, top + size * (ABOVE + LINE * at))));
  return text;
}

export async function draw(box, { figure, config }) {
  const Plotly = await plotly();
  const { annotations = [], ...layout } = figure.layout, width = box.clientWidth;
  if (!width) return;
  await Plotly.react(box, figure.data, { ...layout, width }, config);
  let words = box.querySelector(":scope > .words");
  if (!words) {
    words = document.createElementNS(SVG, "svg");
    words.setAttribute("class", "words");
    words.style.cssText = "position: absolute; inset: 0; pointer-events: none";
    box.style.position = "relative";
    box.append(words);
  }
  words.setAttribute("width", width);
  words.setAttribute("height", layout.height);
  const full = box._fullLayout;
  words.replaceChildren(...annotations.filter(note => isShown(note, full)).map(note => written(note, full)));
}

export default function ({ parentElement, data }) {
  const box = parentElement.querySelector(".chart");
  box.setAttribute("aria-label", data.alt);
  box.sightline = data;
  if (!box.watched) {
    box.watched = new ResizeObserver(() => {
      if (box.clientWidth !== box._fullLayout?.width) draw(box, box.sightline);
    });
    box.watched.observe(box);
  } else draw(box, data);
  return () => { box.watched.disconnect(); window.Plotly?.purge(box); };
}
