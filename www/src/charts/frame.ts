import { axisX, axisY, gridX, gridY } from '@observablehq/plot';
import { formatCompact } from '../text/format';

export const fontSize = 13;
export const ticksY = 5;

export function frame(width: number) {
  return {
    width,
    height: Math.round(Math.min(320, Math.max(220, width * 0.45))),
    marginLeft: 48,
    marginRight: 56,
    marginTop: 16,
    marginBottom: 28,
    style: { fontFamily: 'inherit', fontSize: `${fontSize}px` },
  };
}

/** Of a chart of bars from top to bottom, one for each label. */
export function barFrame(
  labels: readonly string[],
  width: number,
  marginLeft: number,
  marginRight: number,
) {
  return {
    width,
    height: labels.length * 34 + 44,
    marginLeft,
    marginRight,
    marginBottom: 28,
    style: { fontFamily: 'inherit', fontSize: `${fontSize}px` },
    x: { nice: true },
    y: { domain: labels, padding: 0.28 },
  };
}

/** Amounts from left to right, names on the side. */
export const barAxes = (width: number) => [
  gridX({ ticks: ticksFor(width), stroke: 'var(--hair)', strokeOpacity: 1 }),
  axisX({ ticks: ticksFor(width), tickFormat: formatCompact, tickSize: 0, label: null }),
  axisY({ tickSize: 0, label: null }),
];

export const lines = () => gridY({ ticks: ticksY, stroke: 'var(--hair)', strokeOpacity: 1 });

export function ticksFor(width: number): number {
  return Math.max(2, Math.floor(width / 130));
}
