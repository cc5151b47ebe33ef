/** A string as it is written in a style sheet, whatever is in it. */
const inStyle = (text: string): string =>
  `"${text.replaceAll(/[^\p{L}\p{N} ]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`;

/**
 * Writes `text` at the foot of every printed page, until what it gives back is called. Margins of pages belong to no
 * element, so that a style sheet alone can reach them.
 */
export function writePageFoot(text: string): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `@page { @bottom-left { content: ${inStyle(text)}; color: #52605d; font: 8pt system-ui, sans-serif; } }`,
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}
