import type { CustomersPage } from '../../engine/pkg/encours';
import { approximate, total } from '../../lib/decimal';
import { formatCount, formatPercent, plural } from '../../text/format';
import { t } from '../../text/language.svelte';
import { owingRows, topTitle } from '../dashboard/top-title';
import { currencyUnit, moneyUnits } from '../money';
import type { RowsPicture, Slide, SlideFigure } from './slide';

/** Who owes most. Names are those of strangers in the room, too: they show on purpose only. */
export function customersSlide(page: CustomersPage, areNamesShown: boolean): Slide | null {
  const rows = owingRows(page);
  if (rows.length === 0) return null;
  return {
    name: 'customers',
    title: topTitle(page),
    figures: [shareFigure(page), halfFigure(page)].flatMap((one) => one ?? []),
    picture: pictureOf(rows, areNamesShown),
    foot: '',
  };
}

function shareFigure(page: CustomersPage): SlideFigure | null {
  const rows = owingRows(page);
  const share = total(rows.flatMap(({ sharePercent }) => sharePercent ?? []));
  if (approximate(share) <= 0) return null;
  const owed = total(rows.map(({ receivables }) => receivables));
  const isMore = approximate(owed) > approximate(page.totals.receivables);
  return {
    name: t('presenter.share'),
    testid: 'present-share',
    value: share,
    text: formatPercent(share, 0),
    lines: [
      // Customers in credit can make all receivables less than what a few owe.
      t(isMore ? 'presenter.ofNet' : 'presenter.ofTotal', {
        amount: moneyUnits(owed),
        total: moneyUnits(page.totals.receivables),
      }),
    ],
    note: t('presenter.shareNote'),
  };
}

function halfFigure({ halfOfOverdue, totals }: CustomersPage): SlideFigure | null {
  if (halfOfOverdue === null || totals.owing < 2) return null;
  const count = halfOfOverdue.customers;
  return {
    name: t('presenter.half'),
    testid: 'present-half',
    value: String(count),
    text: formatCount(count),
    unit: t('presenter.customersUnit', { count: plural(count) }),
    lines: [],
    note: t('presenter.halfNote'),
  };
}

function pictureOf(rows: CustomersPage['rows'], areNamesShown: boolean): RowsPicture {
  const isSplit = rows.some(({ parts }) => parts !== null);
  const hasDisputed = rows.some(({ disputed }) => disputed !== null);
  const parts: RowsPicture['parts'] = isSplit
    ? [
        { name: t('dashboard.termWord'), paint: 'term' },
        { name: t('dashboard.lateWord'), paint: 'late' },
        ...(hasDisputed ? [{ name: t('dashboard.disputedWord'), paint: 'disputed' } as const] : []),
      ]
    : [{ name: t('diagnosis.receivables'), paint: 'term' }];
  return {
    kind: 'rows',
    title: '',
    unit: isSplit
      ? t('dashboard.topUnit', { currency: currencyUnit() })
      : t('dashboard.receivablesIn', { currency: currencyUnit() }),
    parts,
    rows: rows.map((row, index) => ({
      name: areNamesShown ? row.name : t('report.customer', { number: formatCount(index + 1) }),
      value: row.receivables,
      text: moneyUnits(row.receivables),
      aside: row.sharePercent === null ? '' : formatPercent(row.sharePercent, 0),
      amounts:
        isSplit && row.parts !== null ? amountsOf(row.parts) : [approximate(row.receivables)],
    })),
  };
}

const amountsOf = ({ term, late, disputed }: { term: string; late: string; disputed: string }) =>
  [term, late, disputed].map((one) => approximate(one));
