/** Two scores against each other: how many leads lie where, and the bars of both as lines that can be dragged. */

import { type TemplateResult, html, nothing, svg } from "lit";
import type { Heat } from "../api";
import { count, say } from "../words/words";
import { barsOn, handle } from "./handle";
import { scale, ticks } from "./scale";

const LEFT = 34;
const RIGHT = 12;
const BOTTOM = 34;
const LABEL = 15;
const SHADES = 7;

export function heatMap(heat: Heat, width: number, readout: string, read: (says: string) => void): TemplateResult {
  const [left, right, low, high] = [heat.xs[0] ?? 0, heat.xs.at(-1) ?? 1, heat.ys[0] ?? 0, heat.ys.at(-1) ?? 1];
  const across = barsOn(heat.x);
  const upward = barsOn(heat.y);
  const top = 8 + LABEL * across.length;
  const bottom = top + Math.min(260, Math.round((width - LEFT - RIGHT) * 0.7));
  const x = scale(
    [Math.min(left, ...across.map(({ bar }) => bar.at)), Math.max(right, ...across.map(({ bar }) => bar.at))],
    [LEFT, width - RIGHT],
  );
  const y = scale(
    [Math.min(low, ...upward.map(({ bar }) => bar.at)), Math.max(high, ...upward.map(({ bar }) => bar.at))],
    [bottom, top],
  );
  const columns = heat.xs.length - 1;

  const point = (event: PointerEvent): void => {
    const box = (event.currentTarget as SVGElement).getBoundingClientRect();
    const column = cellAt(heat.xs, x.value(event.clientX - box.left));
    const row = cellAt(heat.ys, y.value(event.clientY - box.top));
    read(
      say("heat-cell", {
        x: `${heat.x} ${count(heat.xs[column] ?? 0)}–${count(heat.xs[column + 1] ?? 0)}`,
        y: `${heat.y} ${count(heat.ys[row] ?? 0)}–${count(heat.ys[row + 1] ?? 0)}`,
        leads: heat.cells[row * columns + column] ?? 0,
      }),
    );
  };

  return html` <figure class="chart">
    <svg
      width=${width}
      height=${bottom + BOTTOM}
      role="group"
      aria-label=${say("heat-label", { x: heat.x, y: heat.y })}
      @pointermove=${point}
      @pointerleave=${() => read("")}
    >
      <rect class="heat-ground" x=${LEFT} y=${top} width=${width - LEFT - RIGHT} height=${bottom - top}></rect>
      ${shades(heat).map((cells, shade) =>
        cells.length === 0
          ? nothing
          : svg`<path class="heat heat-${shade + 1}" d=${cells
              .map((cell) => {
                const [column, row] = [cell % columns, Math.floor(cell / columns)];
                const [from, to] = [x.place(heat.xs[column] ?? 0), x.place(heat.xs[column + 1] ?? 0)];
                const [under, over] = [y.place(heat.ys[row] ?? 0), y.place(heat.ys[row + 1] ?? 0)];
                return `M${from} ${under}H${to}V${over}H${from}Z`;
              })
              .join("")}></path>`,
      )}
      ${ticks(x.least, x.most, width / 70).map(
        (tick) =>
          svg`<text class="tick" x=${x.place(tick)} y=${bottom + 14} text-anchor="middle">${count(tick)}</text>`,
      )}
      ${ticks(y.least, y.most, 5).map(
        (tick) => svg`<text class="tick" x=${LEFT - 5} y=${y.place(tick) + 4} text-anchor="end">${count(tick)}</text>`,
      )}
      <text class="axis-name" x=${width - RIGHT} y=${bottom + 29} text-anchor="end">${heat.x} →</text>
      <text class="axis-name" x="2" y=${top - 6}>${heat.y} ↑</text>
      ${upward.map(({ bar, at }) =>
        handle({ bar, at, scale: y, direction: "up", from: LEFT, to: width - RIGHT, label: width - RIGHT - 8 }),
      )}
      ${across.map(({ bar, at, level }) => {
        const from = 10 + LABEL * level;
        return handle({ bar, at, scale: x, direction: "across", from, to: bottom, label: from + 4 });
      })}
    </svg>
    <p class="readout quiet">${readout === "" ? say("heat-hint") : readout}</p>
  </figure>`;
}

function cellAt(bounds: number[], value: number): number {
  const after = bounds.findIndex((bound) => bound > value);
  return after < 0 ? bounds.length - 2 : Math.max(0, after - 1);
}

/** The cells of each shade, the lightest first; in steps of the logarithm, since most leads lie in few cells. */
function shades({ cells }: Heat): number[][] {
  const most = Math.log1p(Math.max(1, ...cells));
  const found: number[][] = Array.from({ length: SHADES }, () => []);
  cells.forEach((leads, at) => {
    if (leads > 0) found[Math.min(SHADES - 1, Math.floor((Math.log1p(leads) / most) * SHADES))]?.push(at);
  });
  return found;
}
