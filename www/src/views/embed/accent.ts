/** Text is readable on what it differs from by so much (WCAG 2.2, 1.4.3). */
const leastContrast = 4.5;

/** The parts of a colour as `#0f5c63` writes it, 0 to 255; `null` for anything else. */
export function partsOf(hex: string): readonly number[] | null {
  const found = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  return found === null ? null : found.slice(1).map((part) => parseInt(part, 16));
}

/** How much two colours differ, 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(one: readonly number[], other: readonly number[]): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(parts: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const [white, ink] = [
  [255, 255, 255],
  [8, 25, 26],
];

/** The page's own colour becomes that of its host, unless text in it could not be read on `surface`. */
export function useAccent(
  hex: string,
  surface: readonly number[],
  style: CSSStyleDeclaration,
): boolean {
  const parts = partsOf(hex);
  if (parts === null || contrast(parts, surface) < leastContrast) return false;
  const colour = `rgb(${parts.join(' ')})`;
  const isWhiteOn = contrast(parts, white) >= contrast(parts, ink);
  style.setProperty('--accent', colour);
  style.setProperty('--accent-hover', `color-mix(in srgb, ${colour} 82%, var(--ink))`);
  style.setProperty('--accent-soft', `color-mix(in srgb, ${colour} 12%, var(--surface))`);
  style.setProperty('--on-accent', isWhiteOn ? '#fff' : '#08191a');
  return true;
}
