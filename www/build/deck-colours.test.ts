import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { colours, paints } from '../src/views/presenter/deck/colours.ts';

const tokens = readFileSync(new URL('../src/tokens.css', import.meta.url), 'utf8');

/** The light value of a token, by way of the one that it stands for. */
function lightOf(name: string): string | undefined {
  const value = new RegExp(`--${name}:\\s*([^;]+);`).exec(tokens)?.[1] ?? '';
  const other = /^var\(--(.+)\)$/.exec(value)?.[1];
  return other === undefined
    ? /light-dark\(#(\w{6})/.exec(value)?.[1]?.toUpperCase()
    : lightOf(other);
}

test('a deck has the light colours of the page', () => {
  for (const [name, colour] of Object.entries(colours)) expect(lightOf(name), name).toBe(colour);
  for (const [name, colour] of Object.entries(paints))
    expect(lightOf(`c-${name}`), name).toBe(colour);
});
