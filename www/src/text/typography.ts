type Tree = { readonly [key: string]: string | Tree };

/**
 * Puts the narrow no-break space of French typography before `: ; ? ! % €`, inside `« »` and between groups of digits,
 * and keeps a factor with its `×`, so that the texts can be written with plain spaces.
 */
export function withFrenchSpaces<T extends Tree>(texts: T): T {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      typeof text === 'string' ? spaced(text) : withFrenchSpaces(text),
    ]),
  ) as T;
}

function spaced(text: string): string {
  // No lookbehind: browsers without it would not even parse the page, and so could not say that they are too old.
  return text
    .replace(/ (?=[:;?!%€»])/g, '\u202f')
    .replaceAll('« ', '«\u202f')
    .replaceAll('× ', '×\u00a0')
    .replace(/(\d) (?=\d{3}(?!\d))/g, '$1\u202f');
}
