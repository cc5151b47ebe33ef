import type PptxGenJS from 'pptxgenjs';
import type { Slide, SlideFigure } from '../slide';
import { colours } from './colours';
import { addChart } from './deck-chart';
import { harmless } from './harmless';

/** What a deck says beside its slides. */
export interface DeckOf {
  title: string;
  slides: readonly Slide[];
  /** In the corner of each slide, by its index. */
  corner: (index: number) => string;
  /** For who speaks, by slide. */
  notes: (slide: Slide) => string;
  language: string;
}

/** A slide is 13.33 × 7.5 inches; an inch is 144 of the pixels that slides are drawn at, a point two of them. */
const margin = 0.65;
const left = { x: margin, w: 4.5 };
const right = { x: 5.5, w: 13.33 - 5.5 - margin };
/** Where a title stands: programs list slides by what stands there, and read it first. */
const titlePlace = { x: margin, y: 0.5, w: 13.33 - 2 * margin, h: 1.05 };
const layout = 'Encours';
const top = 1.75;
const bottom = 6.85;

/** Slides as a file that presentation programs open and edit. */
export async function deckFile(made: DeckOf): Promise<Blob> {
  const { default: Writer } = await import('pptxgenjs');
  const deck = new Writer();
  deck.layout = 'LAYOUT_WIDE';
  deck.theme = { headFontFace: 'Arial', bodyFontFace: 'Arial' };
  deck.title = made.title;
  deck.subject = made.title;
  deck.author = 'Encours';
  deck.company = 'Encours';
  deck.defineSlideMaster({
    title: layout,
    background: { color: colours.surface },
    objects: [
      {
        placeholder: {
          options: { name: 'title', type: 'title', align: 'left', ...titlePlace },
          text: '',
        },
      },
    ],
  });
  for (const [index, slide] of made.slides.entries()) {
    const page = deck.addSlide({ masterName: layout });
    const text = textOn(page, made.language);
    writeTitle(text, slide);
    writeFigures(text, slide);
    writePicture(page, text, slide, made.language);
    const line = { y: bottom, h: 0.35, fontSize: 12, color: colours.muted };
    if (slide.foot) text(slide.foot, { ...line, x: margin, w: 7 });
    text(made.corner(index), { ...line, x: 13.33 - margin - 5, w: 5, align: 'right' });
    page.addNotes(made.notes(slide));
  }
  const bytes = (await deck.write({ outputType: 'arraybuffer', compression: true })) as ArrayBuffer;
  // Asked for a file, it makes one that calls itself a ZIP, which a browser may name one.
  return new Blob([bytes], {
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  });
}

type Write = (text: string | PptxGenJS.TextProps[], options: PptxGenJS.TextPropsOptions) => void;

/** Writes on a slide, in ink and without room around the words. */
const textOn =
  (page: PptxGenJS.Slide, lang: string): Write =>
  (text, options) => {
    page.addText(text, { color: colours.ink, margin: 0, valign: 'top', lang, ...options });
  };

function writeTitle(text: Write, { title }: Slide): void {
  const fontSize = title.length > 60 ? 26 : 32;
  text(harmless(title), {
    placeholder: 'title',
    ...titlePlace,
    align: 'left',
    fontSize,
    bold: true,
  });
}

function writeFigures(text: Write, { figures }: Slide): void {
  const { x, w } = left;
  let y = top;
  for (const figure of figures) {
    text(figure.name, { x, y, w, h: 0.3, fontSize: 15, bold: true });
    text(valueRuns(figure), {
      x,
      y: y + 0.3,
      w,
      h: 0.8,
      fontSize: 48,
      valign: 'middle',
    });
    y += 1.12;
    for (const line of figure.lines) {
      // About so many letters stand on a line.
      const h = line.length > 46 ? 0.5 : 0.27;
      text(line, { x, y, w, h, fontSize: 14, color: colours.muted });
      y += h;
    }
    y += 0.22;
  }
}

/** A figure, what it was before it, and its unit in smaller letters. */
function valueRuns({ before, text, unit = '', isDoubtful = false }: SlideFigure) {
  const small = { fontSize: 20, bold: false };
  const color = isDoubtful ? colours.muted : colours.ink;
  return [
    ...(before === undefined
      ? []
      : [
          { text: before, options: { color, bold: true } },
          { text: ' → ', options: { color: colours.muted, fontSize: 36, bold: false } },
        ]),
    { text, options: { color: before === undefined ? color : colours.accent, bold: true } },
    ...(unit === '' ? [] : [{ text: ` ${unit}`, options: small }]),
  ];
}

function writePicture(
  page: PptxGenJS.Slide,
  text: Write,
  { title, picture }: Slide,
  language: string,
): void {
  if (picture === null) return;
  const { x, w } = right;
  let y = top;
  if (picture.title) {
    // About so many letters stand on a line.
    const h = picture.title.length > 62 ? 0.65 : 0.35;
    text(picture.title, { x, y, w, h, fontSize: 17, bold: true });
    y += h;
  }
  const unit = picture.unit.replace(/\s*:$/, '');
  text(unit, { x, y, w, h: 0.3, fontSize: 14, color: colours.muted });
  y += 0.4;
  const words = [picture.title || title, unit, picture.kind === 'chart' ? picture.description : ''];
  addChart(
    page,
    picture,
    { x, y, w, h: bottom - 0.15 - y },
    { language, words: harmless(words.filter(Boolean).join('. ')) },
  );
}
