import type { Kind } from '../../../engine/pkg/encours';
import type { Language } from '../../../text/language.svelte';

/** A small made-up file to be filled with one's own data. */
export interface Template {
  kind: Kind;
  name: string;
  text: string;
  /** What it needs beside it to give figures. */
  beside?: Template;
}

/** One for each kind of data, as an export in this language would be written. */
export function templates(language: Language): Template[] {
  const isFrench = language === 'fr';
  return [
    {
      kind: 'series',
      name: named(isFrench, 'serie-mensuelle', 'monthly-series'),
      text: series(isFrench),
    },
    { kind: 'invoices', name: named(isFrench, 'factures', 'invoices'), text: invoices(isFrench) },
    {
      kind: 'agedBalance',
      name: named(isFrench, 'balance-agee', 'aged-balance'),
      text: agedBalance(isFrench),
    },
    {
      kind: 'customerLedger',
      name: named(isFrench, 'grand-livre-clients', 'customer-ledger'),
      text: customerLedger(isFrench),
    },
    { kind: 'fec', name: '123456789FEC20251231.txt', text: fec(isFrench) },
    {
      kind: 'payments',
      name: named(isFrench, 'reglements', 'payments'),
      text: payments(isFrench),
      beside: {
        kind: 'invoices',
        name: named(isFrench, 'factures-sans-reglements', 'invoices-without-payments'),
        text: unpaidInvoices(isFrench),
      },
    },
  ];
}

const named = (isFrench: boolean, french: string, english: string): string =>
  isFrench ? `modele-${french}.csv` : `template-${english}.csv`;

/** Rows of numbers and texts as a CSV file in the notation of the language; dates are written as yyyy-mm-dd. */
function csv(
  isFrench: boolean,
  header: string,
  rows: readonly (readonly (string | number)[])[],
): string {
  const delimiter = isFrench ? ';' : ',';
  const lines = rows.map((row) => row.map((cell) => written(cell, isFrench)).join(delimiter));
  return `\ufeff${[header, ...lines].join('\r\n')}\r\n`;
}

function written(cell: string | number, isFrench: boolean): string {
  if (typeof cell === 'number') {
    const text = cell.toFixed(2);
    return isFrench ? text.replace('.', ',') : text;
  }
  const isDate = isFrench && /^\d{4}-\d{2}-\d{2}$/.test(cell);
  return isDate ? cell.split('-').reverse().join('/') : cell;
}

function series(isFrench: boolean): string {
  const header = isFrench
    ? 'mois;ca_ttc;encours;encours_echu;achats_ttc;stock;dettes_fournisseurs'
    : 'month,sales_incl_tax,receivables,overdue,purchases_incl_tax,inventory,payables';
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
  return csv(isFrench, header, rows);
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

function invoices(isFrench: boolean): string {
  const header = isFrench
    ? 'numéro;client;date_facture;échéance;montant_ttc;date_règlement'
    : 'number,customer,invoice_date,due_date,amount_incl_tax,payment_date';
  return csv(
    isFrench,
    header,
    bills.map((bill, index) => [...bill, paidOn(index)]),
  );
}

function unpaidInvoices(isFrench: boolean): string {
  const header = isFrench
    ? 'numéro;client;date_facture;échéance;montant_ttc'
    : 'number,customer,invoice_date,due_date,amount_incl_tax';
  return csv(isFrench, header, bills);
}

function payments(isFrench: boolean): string {
  const header = isFrench
    ? 'numéro de facture;date de règlement;montant réglé'
    : 'invoice number,payment date,amount paid';
  const rows = bills.flatMap(([number, , , , amount], index) => {
    const paid = paidOn(index);
    return paid === '' ? [] : [[number, paid, amount]];
  });
  return csv(isFrench, header, rows);
}

function agedBalance(isFrench: boolean): string {
  const delimiter = isFrench ? ';' : ',';
  const header = isFrench
    ? 'client;non échu;1-30 jours;31-60 jours;61-90 jours;91-120 jours;plus de 120 jours'
    : 'customer,not due,1-30 days,31-60 days,61-90 days,91-120 days,over 120 days';
  const title = isFrench ? 'Balance âgée au 31/12/2025' : 'Aged balance as of 2025-12-31';
  const rows = customers.map((name, index) => [
    name,
    12_400 - index * 2150.5,
    index % 2 === 0 ? 3200.25 : 0,
    index === 1 ? 1850 : 0,
    index === 3 ? 940.8 : 0,
    index === 0 ? 720 : 0,
    index === 2 ? 615 : 0,
  ]);
  return `\ufeff${title}${delimiter.repeat(6)}\r\n${csv(isFrench, header, rows).slice(1)}`;
}

/** What each customer was charged and paid, in the order of the days. */
function customerLedger(isFrench: boolean): string {
  const header = isFrench
    ? 'client;date;pièce;échéance;libellé;débit;crédit'
    : 'customer,date,document,due date,text,debit,credit';
  const [invoice, payment] = isFrench ? ['Facture', 'Règlement'] : ['Invoice', 'Payment'];
  const rows = bills.flatMap(([number, customer, issued, due, amount], index) => {
    const charge = [customer, issued, number, due, `${invoice} ${number}`, amount, ''];
    const paid = paidOn(index);
    return paid === ''
      ? [charge]
      : [charge, [customer, paid, number, '', `${payment} ${number}`, '', amount]];
  });
  rows.sort((a, b) => `${a[0]}${a[1]}`.localeCompare(`${b[0]}${b[1]}`));
  return csv(isFrench, header, rows);
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
function fec(isFrench: boolean): string {
  const words = isFrench
    ? {
        sales: 'Ventes',
        purchases: 'Achats',
        bank: 'Banque',
        customer: 'Clients',
        supplier: 'Fournisseurs',
        goods: 'Achats de marchandises',
        vatOut: 'TVA collectée',
        vatIn: 'TVA déductible',
        invoice: 'Facture',
        payment: 'Règlement',
      }
    : {
        sales: 'Sales',
        purchases: 'Purchases',
        bank: 'Bank',
        customer: 'Customers',
        supplier: 'Suppliers',
        goods: 'Goods bought',
        vatOut: 'VAT charged',
        vatIn: 'VAT deductible',
        invoice: 'Invoice',
        payment: 'Payment',
      };
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
      label: words.sales,
      on: issued,
      piece: number,
      text: `${words.invoice} ${number}`,
      lines: [
        ['411000', words.customer, customer, net + vat, letter],
        ['707000', words.sales, '', -net],
        ['445710', words.vatOut, '', -vat],
      ],
    });
    if (letter !== '') {
      entries.push({
        journal: 'BQ',
        label: words.bank,
        on: paidOn(index),
        piece: `R${number}`,
        text: `${words.payment} ${number}`,
        lines: [
          ['512000', words.bank, '', net + vat],
          ['411000', words.customer, customer, -net - vat, letter],
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
      label: words.purchases,
      on: date(month, 5),
      piece: `A${two(month + 1)}`,
      text: `${words.invoice} A${two(month + 1)}`,
      lines: [
        ['607000', words.goods, '', net],
        ['445660', words.vatIn, '', vat],
        ['401000', words.supplier, 'Négoce Morvan', -net - vat, letter],
      ],
    });
    if (letter !== '') {
      entries.push({
        journal: 'BQ',
        label: words.bank,
        on: date(month + 1, 4),
        piece: `V${two(month + 1)}`,
        text: `${words.payment} A${two(month + 1)}`,
        lines: [
          ['401000', words.supplier, 'Négoce Morvan', net + vat, letter],
          ['512000', words.bank, '', -net - vat],
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
