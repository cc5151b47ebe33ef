/**
 * Made-up data, the same bytes for the same number of lines on any machine. `benches/made_up/` writes them too, for the
 * native measures: what is changed here is to be changed there.
 */

/** A text that is written piece by piece, each ending with a line. */
export type MadeUp = Generator<string, void, undefined>;

/** Characters of a piece, about as many as the bytes that the page's worker hands over at once. */
export const PIECE = 1 << 22;

/** `random(n)` is a whole number from 0 to below n. */
export type Random = (below: number) => number;

/**
 * A linear congruential generator. Its high bits decide, since the low ones of such a generator repeat soon.
 */
export function generator(): Random {
  let state = 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * Names of 15 to 30 bytes, some outside ASCII. None needs quotes: quotes slow the other parsers down more than ours.
 */
export function companyName(index: number, random: Random): string {
  const pick = (words: readonly string[]) => words[random(words.length)] ?? '';
  return `${pick(TRADES)} ${pick(PLACES)} ${index}`;
}

const TRADES = ['Garage', 'Atelier', 'Imprimerie', 'Transports', 'Menuiserie', 'Boulangerie'];
const PLACES = ['du Port', 'Martin', 'des Alpes', 'Lefèvre', 'de la Gare', 'Moreau', 'du Midi'];

/** As many days from the first of January of a year on, as yyyy-mm-dd. */
export function calendar(year: number, days: number): string[] {
  const first = Date.UTC(year, 0, 1);
  return Array.from({ length: days }, (_, day) =>
    new Date(first + day * 86_400_000).toISOString().slice(0, 10),
  );
}
