import type { RollBackDso } from '../../../engine/pkg/encours';
import type { SheetToWrite } from '../../../engine/pkg/export';
import { t } from '../../../text/language.svelte';
import { date, formula, number, sheet, text, type Row } from './cells';

const headRows = 3;

/** Where the receivables to use up stand. */
const opening = 'B1';

/** Where the days of the trail are added up. */
export const trailTotal = ({ trail }: RollBackDso): string =>
  `F${String(headRows + trail.length + 1)}`;

/** The roll-back month by month, newest first, each cell computed from the ones before it. */
export function trailSheet({ receivables, trail, emptyMonth, days }: RollBackDso): SheetToWrite {
  // Where months without sales count, a net credit is added back, and all their days are taken.
  const [empty, emptyDays] = emptyMonth === 'count' ? ['C', 'B'] : [null, null];
  const rowOf = (step: RollBackDso['trail'][number], index: number): Row => {
    const row = String(headRows + index + 1);
    const rest = index === 0 ? opening : `E${String(headRows + index)}`;
    const of = (column: string | null) => (column === null ? '0' : `${column}${row}`);
    return [
      date(step.month, 'month'),
      number(String(step.monthDays), 'count'),
      number(step.sales, 'amount'),
      formula(`IF(C${row}>0,MIN(C${row},${rest}),${of(empty)})`, step.taken, 'amount'),
      formula(`${rest}-D${row}`, step.rest, 'amount'),
      formula(`IF(C${row}>0,D${row}/C${row}*B${row},${of(emptyDays)})`, step.days, 'days'),
    ];
  };
  const last = String(headRows + trail.length);
  return sheet(t('exports.bookTrail'), [12, 16, 16, 16, 16, 12], headRows, [
    [text(t('diagnosis.receivables')), number(receivables, 'amount', 'input')],
    [],
    [
      text(t('diagnosis.month'), 'numberHead'),
      text(t('exports.bookMonthDays'), 'numberHead'),
      text(t('diagnosis.sales'), 'numberHead'),
      text(t('diagnosis.taken'), 'numberHead'),
      text(t('diagnosis.rest'), 'numberHead'),
      text(t('diagnosis.days'), 'numberHead'),
    ],
    ...trail.map(rowOf),
    [
      text(t('diagnosis.rollBackDso'), 'strong'),
      ...Array.from({ length: 4 }, () => text('', 'strong')),
      trail.length === 0
        ? number(days, 'days', 'strong')
        : formula(`SUM(F${String(headRows + 1)}:F${last})`, days, 'days', 'strong'),
    ],
  ]);
}
