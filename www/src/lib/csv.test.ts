import { expect, it } from 'vitest';
import { csvFile } from './csv';

const text = (cells: string[]) => csvFile([cells], ';').text();

it('starts with a mark that spreadsheets know UTF-8 by', async () => {
  const bytes = new Uint8Array(await csvFile([['é']], ';').arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

it('quotes what would end a cell', async () => {
  expect(await text(['a;b', 'say "no"', 'two\nlines'])).toBe('"a;b";"say ""no""";"two\nlines"\r\n');
});

it.each(['=1+1', '@cmd', '-cmd', '+A1'])('makes no formula of %s', async (cell) => {
  expect(await text([cell])).toBe(`'${cell}\r\n`);
});

it('makes no formula behind the separator of another language either', async () => {
  expect(await text(['Dupont,=cmd', 'a\t@b'])).toBe("Dupont,'=cmd;a\t'@b\r\n");
});

it.each(['-250', '+1 234,50 €', '- 12', '-1 000 EUR'])(
  'leaves the number %s alone',
  async (cell) => {
    expect(await text([cell])).toBe(`${cell}\r\n`);
  },
);
