// How much room words take, before they stand anywhere.
const pen = document.createElement('canvas').getContext('2d');

/** How wide words are in the letters of the page, taken to be bold. */
export function widthOf(words: string, fontSize: number): number {
  if (pen === null) return words.length * 0.6 * fontSize;
  pen.font = `650 ${fontSize}px ${getComputedStyle(document.body).fontFamily}`;
  return pen.measureText(words).width;
}

/** Words in lines that fit in some room, broken between words. */
export function linesOf(words: string, room: number, fontSize: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const longer = [lines.at(-1), word].filter(Boolean).join(' ');
    if (lines.length > 0 && widthOf(longer, fontSize) <= room) lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  return lines;
}
