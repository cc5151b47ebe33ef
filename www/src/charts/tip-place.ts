import type { Spot } from './types';

interface Size {
  width: number;
  height: number;
}

/** Between a mark and what is said of it, in pixels. */
const gap = 10;
/** How far above a chart it may reach. */
const above = 40;

/** Where the words of a mark stand: above it, where they cover least of the other marks; under a row at the top. */
export function tipPlace(spot: Spot, spots: readonly Spot[], tip: Size, chartWidth: number) {
  const within = (left: number) => Math.max(0, Math.min(left, chartWidth - tip.width));
  const centred = within(spot.x - tip.width / 2);
  const over = spot.y - tip.height - gap;
  if (spot.bottom !== undefined)
    return { left: centred, top: over >= -above ? over : spot.bottom + gap };

  const [before, after] = [spot.x - tip.width - 2 * gap, spot.x + 2 * gap];
  const beside = [after, before].filter((left) => left === within(left));
  const places = [
    ...[centred, ...beside].map((left) => ({ left, top: over })),
    ...beside.map((left) => ({ left, top: 0 })),
  ].filter(({ top }) => top >= -above);
  const covered = ({ left, top }: { left: number; top: number }): number =>
    spots.filter(
      ({ x, y }) => x >= left && x <= left + tip.width && y >= top && y <= top + tip.height,
    ).length;
  const least = Math.min(...places.map(covered));
  return places.find((place) => covered(place) === least) ?? { left: centred, top: -above };
}
