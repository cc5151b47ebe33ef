import type { Kind } from '../../../engine/pkg/encours';
import { t } from '../../../text/language.svelte';
import type { Texts } from '../../../text/texts';
import { asFile, csv, table } from './written';

/** A small made-up file to be filled with one's own data. */
export interface Template {
  kind: Kind;
  name: string;
  text: string;
  /** What it needs beside it to give figures. */
  beside?: Template;
}

/** One for each kind of data, as an export in the language of the page would be written. */
export const templates = (): Template[] => [
  { kind: 'series', name: `${t('files.names.series')}.csv`, text: series() },
  { kind: 'invoices', name: `${t('files.names.invoices')}.csv`, text: invoices() },
  { kind: 'agedBalance', name: `${t('files.names.agedBalance')}.csv`, text: agedBalance() },
  {
    kind: 'customerLedger',
    name: `${t('files.names.customerLedger')}.csv`,
    text: customerLedger(),
  },
  { kind: 'fec', name: '123456789FEC20251231.txt', text: fec() },
  {
    kind: 'payments',
    name: `${t('files.names.payments')}.csv`,
    text: payments(),
    beside: {
      kind: 'invoices',
      name: `${t('files.names.unpaidInvoices')}.csv`,
      text: csv('unpaidInvoices', bills),
    },
  },
];

function series(): string {
  const sales = [92, 88, 104, 110, 118, 121, 97, 64, 112, 119, 108, 126];
  const rows = sales.map((thousands, index) => {
    const before = sales[Math.max(index - 1, 0)] ?? 0;
    const receivables = (thousands + before * 0.6) * 1000;
    return [
      `2025-${two(index + 1)}`,
      thousands * 1000,
      receivables,
      receivables * 0.2,
      thousands * 550,
      80_000 - thousands * 100,
      thousands * 700,
    ];
  });
  return csv('series', rows);
}

const customers = ['Atelier Aubépine', 'Garage Bellerive', 'Hôtel des Cimes', 'Menuiserie Duval'];

/** Number, customer, issue date, due date, amount. */
type Bill = readonly [string, string, string, string, number];

/** Two a month, on the 8th and on its last day, so that the figures are those of the year's end. */
const bills: readonly Bill[] = Array.from({ length: 24 }, (_, index) => [
  `2025-${String(index + 1).padStart(3, '0')}`,
  customers[index % customers.length] ?? '',
  issuedOn(index, 0),
  issuedOn(index, 30),
  1800 + ((index * 737) % 2600) + 0.5,
]);

/** The day one was issued on, or `daysLater`. */
function issuedOn(index: number, daysLater: number): string {
  const month = Math.floor(index / 2);
  return index % 2 === 0 ? date(month, 8 + daysLater) : date(month + 1, daysLater);
}

/** When each was paid; the last ones still are not. */
function paidOn(index: number): string {
  const paidDays = [34, 28, 41, 30, 25, 52];
  const paid = issuedOn(index, paidDays[index % paidDays.length] ?? 30);
  return paid > '2025-12-31' ? '' : paid;
}

function invoices(): string {
  return csv(
    'invoices',
    bills.map((bill, index) => [...bill, paidOn(index)]),
  );
}

function payments(): string {
  const rows = bills.flatMap(([number, , , , amount], index) => {
    const paid = paidOn(index);
    return paid === '' ? [] : [[number, paid, amount]];
  });
  return csv('payments', rows);
}

function agedBalance(): string {
  const rows = customers.map((name, index) => [
    name,
    12_400 - index * 2150.5,
    index % 2 === 0 ? 3200.25 : 0,
    index === 1 ? 1850 : 0,
    index === 3 ? 940.8 : 0,
    index === 0 ? 720 : 0,
    index === 2 ? 615 : 0,
  ]);
  const title = t('files.agedBalanceTitle') + t('files.delimiter').repeat(6);
  return asFile([title, ...table('agedBalance', rows)]);
}

/** What each customer was charged and paid, in the order of the days. */
function customerLedger(): string {
  const [invoice, payment] = [t('files.words.invoice'), t('files.words.payment')];
  const rows = bills.flatMap(([number, customer, issued, due, amount], index) => {
    const charge = [customer, issued, number, due, `${invoice} ${number}`, amount, ''];
    const paid = paidOn(index);
    return paid === ''
      ? [charge]
      : [charge, [customer, paid, number, '', `${payment} ${number}`, '', amount]];
  });
  rows.sort((a, b) => `${a[0]}${a[1]}`.localeCompare(`${b[0]}${b[1]}`));
  return csv('customerLedger', rows);
}

const fecColumns = [
  'JournalCode',
  'JournalLib',
  'EcritureNum',
  'EcritureDate',
  'CompteNum',
  'CompteLib',
  'CompAuxNum',
  'CompAuxLib',
  'PieceRef',
  'PieceDate',
  'EcritureLib',
  'Debit',
  'Credit',
  'EcritureLet',
  'DateLet',
  'ValidDate',
  'Montantdevise',
  'Idevise',
];

/** A line of an entry: account, its label, customer or supplier, cents (debits above zero), lettering. */
type Line = readonly [string, string, string, number, string?];

/** A first accounting year: every month two invoices, the payments of earlier ones, a purchase and its payment. */
function fec(): string {
  const word = (name: keyof Texts['files']['words']): string => t(`files.words.${name}`);
  const entries: {
    journal: string;
    label: string;
    on: string;
    piece: string;
    text: string;
    lines: Line[];
  }[] = [];
  bills.forEach(([number, customer, issued, , amount], index) => {
    const net = Math.round((amount * 100) / 1.2);
    const vat = Math.round(amount * 100) - net;
    const letter = paidOn(index) === '' ? '' : `A${two(index + 1)}`;
    entries.push({
      journal: 'VE',
      label: word('sales'),
      on: issued,
      piece: number,
      text: `${word('invoice')} ${number}`,
      lines: [
        ['411000', word('customer'), customer, net + vat, letter],
        ['707000', word('sales'), '', -net],
        ['445710', word('vatOut'), '', -vat],
      ],
    });
    if (letter !== '') {
      entries.push({
        journal: 'BQ',
        label: word('bank'),
        on: paidOn(index),
        piece: `R${number}`,
        text: `${word('payment')} ${number}`,
        lines: [
          ['512000', word('bank'), '', net + vat],
          ['411000', word('customer'), customer, -net - vat, letter],
        ],
      });
    }
  });
  for (let month = 0; month < 12; month += 1) {
    const net = 130_000 + ((month * 17_300) % 60_000);
    const vat = net / 5;
    const letter = month < 11 ? `F${two(month + 1)}` : '';
    entries.push({
      journal: 'AC',
      label: word('purchases'),
      on: date(month, 5),
      piece: `A${two(month + 1)}`,
      text: `${word('invoice')} A${two(month + 1)}`,
      lines: [
        ['607000', word('goods'), '', net],
        ['445660', word('vatIn'), '', vat],
        ['401000', word('supplier'), 'Négoce Morvan', -net - vat, letter],
      ],
    });
    if (letter !== '') {
      entries.push({
        journal: 'BQ',
        label: word('bank'),
        on: date(month + 1, 4),
        piece: `V${two(month + 1)}`,
        text: `${word('payment')} A${two(month + 1)}`,
        lines: [
          ['401000', word('supplier'), 'Négoce Morvan', net + vat, letter],
          ['512000', word('bank'), '', -net - vat],
        ],
      });
    }
  }
  entries.sort((a, b) => a.on.localeCompare(b.on));
  const lines = entries.flatMap(({ journal, label, on, piece, text, lines }, index) => {
    const day = on.replaceAll('-', '');
    return lines.map(([account, accountLabel, party, cents, letter = '']) => [
      journal,
      label,
      String(index + 1),
      day,
      account,
      accountLabel,
      auxiliary(account, party),
      party,
      piece,
      day,
      text,
      decimal(Math.max(cents, 0)),
      decimal(Math.max(-cents, 0)),
      letter,
      letter === '' ? '' : '20251231',
      '20251231',
      '',
      '',
    ]);
  });
  return `${[fecColumns, ...lines].map((line) => line.join('\t')).join('\r\n')}\r\n`;
}

/** The auxiliary account of a customer or a supplier. */
function auxiliary(account: string, party: string): string {
  const [, name = party] = party.split(/ (?=\S+$)/);
  return party === '' ? '' : (account.startsWith('41') ? 'C' : 'F') + name.toUpperCase();
}

/** A FEC has a decimal comma, whatever the language. */
const decimal = (cents: number): string => (cents / 100).toFixed(2).replace('.', ',');

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** A day of 2025, counted on into the next months; `month` from 0. */
function date(month: number, day: number): string {
  return new Date(Date.UTC(2025, month, day)).toISOString().slice(0, 10);
}
