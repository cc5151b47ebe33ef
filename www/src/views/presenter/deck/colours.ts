import type { Paint } from '../paint';

/** The light colours of the page, as a deck is written on white whatever the theme; a test compares them with its tokens. */
export const colours = {
  surface: 'FFFFFF',
  ink: '14201E',
  muted: '52605D',
  hair: 'DBE3E1',
  accent: '0F5C63',
} as const;

/** The same of marks. */
export const paints: Record<Paint, string> = {
  term: '7891A9',
  late: 'C96A0C',
  disputed: '7C2354',
  today: '14201E',
  plan: '0F5C63',
  rest: 'C5CFCD',
};
