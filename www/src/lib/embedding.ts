// Tests of parts of the page have no address.
const asked = new URLSearchParams(typeof location === 'undefined' ? '' : location.search);

/** Is the page shown within another one, which asks for it with `?embed=1`? */
export const isEmbedded = asked.get('embed') === '1';

/** May anything be remembered? Within another page, only where that says so. */
export const mayStore = !isEmbedded || asked.get('storage') === '1';

/** What that page asks for under this name. */
export const askedFor = (name: 'view' | 'lang' | 'theme' | 'accent'): string | null =>
  isEmbedded ? asked.get(name) : null;
