import { download } from '../lib/download';
import { linesOf } from './words';

/** What stands above a chart that leaves the page. */
export interface Heading {
  title: string;
  unit: string;
}

/** Around the picture, and how many dots of an image a pixel has. */
const margin = 24;
const dots = 2;

/** What says how an element looks: all of it goes into the file, which has no style sheet. */
const looks = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linecap',
  'stroke-linejoin',
  'fill-opacity',
  'opacity',
  'paint-order',
  'text-anchor',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
] as const;

/** Saves a chart as a drawing or an image, in light colours whatever the theme. */
export async function saveChart(
  drawn: SVGElement,
  heading: Heading,
  kind: 'svg' | 'png',
): Promise<void> {
  const { text, width, height } = drawing(drawn, heading);
  const name = `${heading.title
    .replace(/[^\p{L}\p{N} ,.-]/gu, ' ')
    .slice(0, 80)
    .trim()}.${kind}`;
  const type = 'image/svg+xml';
  const file =
    kind === 'svg' ? new Blob([text], { type }) : await imageOf(text, width * dots, height * dots);
  download(file, name);
}

function drawing(drawn: SVGElement, { title, unit }: Heading) {
  const { width, height } = drawn.getBoundingClientRect();
  const host = document.createElement('div');
  host.style.cssText = 'color:var(--ink);position:fixed;left:-9999px;top:0';
  const fontSize = 14;
  const lines = linesOf(title, width, 1.25 * fontSize);
  const top = margin + lines.length * 1.6 * fontSize + 2.6 * fontSize;
  const root = element('svg', {
    width: width + 2 * margin,
    height: top + height + margin,
    viewBox: `0 0 ${String(width + 2 * margin)} ${String(top + height + margin)}`,
  });
  const inner = drawn.cloneNode(true) as SVGElement;
  inner.setAttribute('x', String(margin));
  inner.setAttribute('y', String(top));
  inner.setAttribute('overflow', 'visible');
  root.append(
    element('rect', { width: '100%', height: '100%', fill: 'var(--surface)' }),
    ...lines.map((line, index) =>
      words(line, margin + (1 + 1.6 * index) * fontSize, 1.25 * fontSize, 650, 'var(--ink)'),
    ),
    words(unit, top - 1.8 * fontSize, fontSize, 400, 'var(--muted)'),
    inner,
  );
  host.append(root);
  // In a light page while its colours are asked for; nothing is painted until that is over.
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  dataset.theme = 'light';
  document.body.append(host);
  try {
    for (const one of root.querySelectorAll<SVGElement>('*')) settle(one);
    for (const sheet of root.querySelectorAll('style')) sheet.remove();
    return {
      // Without control characters, which XML has no way to hold.
      text: new XMLSerializer().serializeToString(root).replace(/[^\P{Cc}\t\n\r]/gu, ''),
      width: width + 2 * margin,
      height: top + height + margin,
    };
  } finally {
    host.remove();
    if (theme === undefined) delete dataset.theme;
    else dataset.theme = theme;
  }
}

/** Writes into an element how it looks. */
function settle(one: SVGElement): void {
  const style = getComputedStyle(one);
  const found = looks.map((name) => [name, style.getPropertyValue(name)] as const);
  for (const [name, value] of found)
    one.setAttribute(name, name === 'fill' || name === 'stroke' ? plainColour(value) : value);
  one.removeAttribute('style');
  one.removeAttribute('class');
}

const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

/** `#rrggbb`: mixed colours are computed to a notation that few programs know. */
function plainColour(value: string): string {
  if (pen === null || value === 'none' || value.startsWith('url(')) return value;
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = value;
  pen.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
  if (alpha === 0) return 'none';
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

function words(
  line: string,
  y: number,
  fontSize: number,
  fontWeight: number,
  fill: string,
): SVGElement {
  const made = element('text', {
    x: margin,
    y,
    fill,
    'font-size': fontSize,
    'font-weight': fontWeight,
  });
  made.textContent = line;
  return made;
}

/** The drawing as an image. */
async function imageOf(text: string, width: number, height: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(width), Math.round(height)];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('no image'));
      else resolve(blob);
    }, 'image/png');
  });
}
