/** A text as it is searched: without accents, capitals and what cannot be seen. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .trim();

/** How well each word of a search is met, the worst of them; `null` where one is not at all. */
function rank(label: string, kind: string, words: readonly string[]): number | null {
  const name = folded(label);
  const all = `${name} ${folded(kind)}`;
  let worst = 0;
  for (const word of words) {
    if (!all.includes(word)) return null;
    const found = name.startsWith(word) ? 0 : ` ${name}`.includes(` ${word}`) ? 1 : 2;
    worst = Math.max(worst, found);
  }
  return worst;
}

/** What a search finds, the best first; all of it, in its order, where nothing is searched. */
export function matching<E extends { label: string; kind: string }>(
  entries: readonly E[],
  search: string,
): E[] {
  const words = folded(search).split(' ').filter(Boolean);
  return entries
    .flatMap((entry) => {
      const found = rank(entry.label, entry.kind, words);
      return found === null ? [] : [{ entry, found }];
    })
    .sort((a, b) => a.found - b.found)
    .map(({ entry }) => entry);
}
