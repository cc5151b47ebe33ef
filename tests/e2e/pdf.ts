import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A wider gap, in parts of the height of letters, is no space within a text but what lies between two. */
const widestSpace = 0.4;

/** What is written on each page of a PDF: the texts that stand together, in the order they were drawn. */
export async function textsOfPdf(file: Buffer): Promise<string[][]> {
  const pdf = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
  const pages: string[][] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: true });
    const texts: string[] = [];
    let end: { x: number; y: number } | null = null;
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [x, y] = [Number(item.transform[4]), Number(item.transform[5])];
      const gap = end === null || Math.abs(end.y - y) > 1 ? Infinity : Math.abs(x - end.x);
      const isBeside = gap <= widestSpace * item.height;
      const text = item.str.trim();
      if (isBeside) texts.push(`${texts.pop() ?? ''}${gap > 0.5 ? ' ' : ''}${text}`);
      else texts.push(text);
      end = { x: x + item.width, y };
    }
    pages.push(texts);
  }
  await pdf.destroy();
  return pages;
}
