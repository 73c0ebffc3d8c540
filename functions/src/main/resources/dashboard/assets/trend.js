import { html, LitElement } from "lit";
import { folded, table } from "./parts.js";
import { day, serverNow } from "./time.js";

const DAY = 24 * 3600 * 1000;
const HALF_DAY = 12 * 3600; // in seconds, as the chart counts
const HEIGHT = 220;
const LEVELS = [
  [1, "Level 1", "--warn"],
  [2, "Level 2", "--bad"],
  [3, "Level 3", "--busy"],
];

/** Violations by day and level: a chart for the eye, a table of the same for everybody. */
class Trend extends LitElement {
  static properties = { items: { attribute: false }, days: { attribute: false } };

  #chart;
  #sizes = new ResizeObserver(() => this.#fit());
  #colours = [matchMedia("(prefers-color-scheme: dark)"), document.getElementById("theme")];
  #redraw = () => this.#draw();

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    for (const each of this.#colours) each.addEventListener("change", this.#redraw);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    for (const each of this.#colours) each.removeEventListener("change", this.#redraw);
    this.#sizes.disconnect();
    this.#chart?.destroy();
    this.#chart = undefined;
  }

  render() {
    const heads = ["Day", ...LEVELS.map(([, name]) => name)];
    return html`
      <div class="chart" aria-hidden="true"></div>
      ${folded("The same as a table", table("Violations by day", heads, this.#rows()))}
    `;
  }

  updated() {
    this.#draw();
  }

  /** Each day with its count of each level; days on which nothing was late, too. */
  #rows() {
    const days = Array.from({ length: this.days }, (_, back) => day(serverNow() - back * DAY)).reverse();
    const sum = (total, { count }) => total + count;
    return days.map((name) => {
      const of = (level) => this.items.filter((item) => item.day === name && item.level === level);
      return [name, ...LEVELS.map(([level]) => of(level).reduce(sum, 0))];
    });
  }

  async #draw() {
    const { default: UPlot } = await import("uplot");
    if (!this.isConnected) return;
    const at = this.querySelector(".chart");
    const rows = this.#rows();
    const seconds = rows.map(([name]) => Date.parse(name) / 1000);
    const counts = LEVELS.map((_, index) => rows.map((row) => row[index + 1]));
    const axis = { stroke: this.#colour("--soft"), grid: { stroke: this.#colour("--line"), width: 1 }, ticks: { show: false } };
    const days = {
      ...axis,
      incrs: [1, 2, 7].map((each) => (each * DAY) / 1000),
      values: (_, at) => at.map((second) => day(second * 1000).slice(5)),
    };
    const bars = LEVELS.map(([, label, name], index) => ({
      label,
      fill: this.#colour(name),
      paths: UPlot.paths.bars({ size: [0.5, 48] }),
      points: { show: false },
      value: (_, __, ___, day) => (day === null ? "–" : counts[index][day]),
    }));
    const stacked = counts.map((_, index) => rows.map((row) => row.slice(index + 1).reduce((a, b) => a + b)));
    this.#chart?.destroy();
    this.#chart = new UPlot(
      {
        width: at.clientWidth || 300,
        height: HEIGHT,
        padding: [12, 28, 0, 0],
        tzDate: (second) => UPlot.tzDate(new Date(second * 1000), "Etc/UTC"),
        scales: { x: { range: (_, from, to) => [from - HALF_DAY, to + HALF_DAY] }, y: { range: (_, __, most) => [0, Math.max(4, most ?? 0)] } },
        axes: [days, { ...axis, size: 40, incrs: [1, 2, 5, 10, 20, 50, 100, 1000] }],
        series: [{ label: "Day", value: "{YYYY}-{MM}-{DD}" }, ...bars],
      },
      [seconds, ...stacked],
      at,
    );
    this.#sizes.observe(at);
  }

  /** What a colour of the style sheet is at the moment: a canvas knows no variables. */
  #colour(name) {
    this.style.color = `var(${name})`;
    const { color } = getComputedStyle(this);
    this.style.color = "";
    return color;
  }

  #fit() {
    const width = this.querySelector(".chart").clientWidth;
    if (width > 0 && width !== this.#chart?.width) this.#chart?.setSize({ width, height: HEIGHT });
  }
}

customElements.define("bw-trend", Trend);
