import { expect, test } from 'vitest';
import { tipPlace } from './tip-place';

const size = { width: 100, height: 40 };
const at = (x: number, y: number) => ({ x, y, words: '' });

test('words stand above their mark, inside the chart', () => {
  expect(tipPlace(at(200, 150), [], size, 400)).toEqual({ left: 150, top: 100 });
  expect(tipPlace(at(10, 150), [], size, 400)).toEqual({ left: 0, top: 100 });
});

test('words stand to the right of a line that falls', () => {
  const line = [at(180, 110), at(190, 130), at(200, 150)];
  expect(tipPlace(at(200, 150), line, size, 400)).toEqual({ left: 220, top: 100 });
});

test('words stand beside a mark with no room above, under a row with none', () => {
  expect(tipPlace(at(200, 5), [], size, 400)).toEqual({ left: 220, top: 0 });
  expect(tipPlace({ ...at(200, 5), bottom: 35 }, [], size, 400)).toEqual({ left: 150, top: 45 });
});
