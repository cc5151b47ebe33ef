import { Engine } from './pkg/encours.js';

/** Enough for the loops of the reading to be made fast, and over in a moment. */
const rows = 600;

/**
 * Has an engine do once, on a made-up list, what the first data will ask of it: browsers compile a function when it is
 * first called, and make it fast once it was called often. Otherwise the first file takes several times as long as the
 * second.
 */
export function rehearse(): void {
  const engine = new Engine();
  try {
    engine.add({});
    engine.push(new TextEncoder().encode(list()));
    engine.finish();
    engine.combine();
    engine.ask({ report: {} });
  } finally {
    engine.free();
  }
}

function list(): string {
  const lines = ['facture;client;date;échéance;montant ttc;date de règlement'];
  for (let row = 0; row < rows; row++) {
    const month = String(1 + (row % 12)).padStart(2, '0');
    const day = String(1 + (row % 28)).padStart(2, '0');
    const settled = row % 9 === 0 ? '' : `${day}/${month}/2025`;
    lines.push(
      `F${String(row)};Client ${String(row % 40)};${day}/${month}/2024;${day}/${month}/2024;${String(1000 + row)},50;${settled}`,
    );
  }
  return lines.join('\n');
}
