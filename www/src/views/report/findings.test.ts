import { expect, test, vi } from 'vitest';
import { issues as english } from '../../text/en/issues';
import { issues as french } from '../../text/fr/issues';
import { asking, findingText, sentencesOf } from './findings';

let current: Record<string, string> = french;
vi.mock('../../text/language.svelte', () => ({
  t: (key: string) => current[key.replace('issues.', '')],
}));

/** French says by the form of a verb that something is asked of who reads. */
const asked = /(?<!vous )\b(?!chez\b|assez\b)\p{L}+ez\b|Vous pouvez/u;

test('what a finding asks of who is at the screen is its last sentence, and not on paper', () => {
  const codes = Object.keys(french) as (keyof typeof french)[];
  expect(codes.filter((code) => asked.test(french[code])).sort()).toEqual([...asking].sort());
  for (const code of codes) expect(findingText(code)).not.toMatch(asked);
});

test('both languages ask where the other does', () => {
  current = english;
  for (const code of asking) {
    expect(sentencesOf(english[code]).length, code).toBeGreaterThan(1);
    expect(findingText(code)).not.toBe('');
  }
  current = french;
});
