import type { Worth } from '../../../engine/pkg/encours';
import type { SheetToWrite } from '../../../engine/pkg/export';
import { t } from '../../../text/language.svelte';
import type { ScenarioLine } from '../tables';
import { elsewhere, formula, number, sheet, text, type Cell, type Row } from './cells';
import { rateCell } from './assumptions';

const amounts: readonly (readonly [keyof Worth, () => string])[] = [
  ['cashReleased', () => t('scenario.cash')],
  ['averageCashReleased', () => t('scenario.averageColumn')],
  ['averageVatPassedOn', () => t('exports.bookVat')],
];

/** What each scenario brings; its gain follows the rate of the assumptions. */
export function scenariosSheet(lines: readonly ScenarioLine[]): SheetToWrite {
  const head: Cell[] = [
    text(t('exports.scenarioColumn'), 'head'),
    ...[
      t('diagnosis.rollBackDso'),
      t('diagnosis.accountingDso'),
      t('diagnosis.receivables'),
      ...amounts.map(([, name]) => name()),
      t('exports.bookGain'),
      t('scenario.avoidedColumn'),
      t('scenario.costColumn'),
      t('scenario.netColumn'),
    ].map((name) => text(name, 'numberHead')),
  ];
  const rate = elsewhere(t('exports.bookAssumptions'), rateCell);
  const rows = lines.map(({ name, headline }, index): Row => {
    const row = String(index + 2);
    const { worth } = headline;
    return [
      text(name),
      number(headline.rollBackDso, headline.rollBackExhausted ? 'leastDays' : 'days'),
      number(headline.accountingDso, 'days'),
      number(headline.receivables, 'amount'),
      ...amounts.map(([field]) => number(worth[field], 'amount')),
      formula(`(F${row}-G${row})*${rate}`, worth.financingGain, 'amount'),
      number(worth.avoidedLoss, 'amount'),
      number(worth.yearlyCost, 'amount'),
      formula(`H${row}+I${row}-J${row}`, worth.netYearlyGain, 'amount'),
    ];
  });
  return sheet(t('exports.scenariosTable'), [34, ...head.slice(1).map(() => 16)], 1, [
    head,
    ...rows,
  ]);
}
