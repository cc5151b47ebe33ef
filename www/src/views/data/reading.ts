import type {
  Column,
  DateOrder,
  Field,
  Kind,
  Loaded,
  RelationRead,
  Source,
} from '../../engine/pkg/encours';
import { formatCount, formatDate } from '../../text/format';
import { t } from '../../text/language.svelte';
import { kindNames } from './kinds';

/** Something that can be chosen instead. */
export interface Option {
  value: string;
  label: string;
  /** What helps to tell it from the others: its first cells. */
  hint: string;
}

/** What a part of the sentence changes. */
export type Subject =
  { what: 'column'; field: Field } | { what: 'kind' | 'currency' | 'unit' | 'dates' | 'mark' };

/** A part of the sentence that can be changed. */
export interface Part {
  /** Tells it from the others, also after another reading. */
  id: string;
  subject: Subject;
  /** The words that stand for it. */
  text: string;
  /** What is asked where it is changed. */
  question: string;
  /** The option that holds now. */
  value: string;
  options: readonly Option[];
}

/** A sentence: plain words, and parts that can be changed. */
export type Sentence = readonly (string | Part)[];

type Clause = Sentence;

/** A table this wide is no ledger: its first columns are choice enough. */
const mostColumns = 200;

/** How one of the files was read, as sentences: what is what, what was checked, how it is written. */
export function sentences(loaded: Loaded, file: number, asOf: string | null): Sentence[] {
  const source = loaded.files[file] ?? loaded.source;
  const told = new Set(
    loaded.issues.filter((issue) => (issue.file ?? 1) - 1 === file).map(({ code }) => code),
  );
  const meaning = [
    kindClause(source, told),
    ...roleClauses(source, told),
    ...dateClauses(source, asOf),
  ];
  return [meaning, checks(source), notation(source)]
    .filter((clauses) => clauses.length > 0)
    .map(joined);
}

/** `Clause ; clause ; clause.` */
function joined(clauses: readonly Clause[]): Sentence {
  const pieces = clauses.flatMap((clause, index) =>
    index === 0 ? clause : [t('reading.join'), ...clause],
  );
  const [first] = pieces;
  if (typeof first === 'string') pieces[0] = first.charAt(0).toUpperCase() + first.slice(1);
  return [...pieces, t('reading.end')];
}

/** They hold the places of parts in a text. */
const [mark, mark2] = ['\ue000', '\ue001'];

/** A text with its parts put in. */
function withParts(text: string, ...parts: readonly Part[]): Clause {
  return text
    .split(/([\ue000\ue001])/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece === mark ? parts[0] : piece === mark2 ? parts[1] : piece) ?? '');
}

/** Plurals go by the number, which is shown as it is written in the language. */
const many = (number: number) => ({ count: Math.min(number, 2), number: formatCount(number) });

function kindClause(source: Source, told: ReadonlySet<string>): Clause {
  const { kind } = source;
  const part: Part = {
    id: 'kind',
    subject: { what: 'kind' },
    text: kindText(source, told),
    question: t('reading.chooseKind'),
    value: kind ?? '',
    options: Object.entries(kindNames()).map(([value, label]) => ({ value, label, hint: '' })),
  };
  return [part];
}

/** Rows are only called what they surely are. */
function kindText({ kind, rows, columns }: Source, told: ReadonlySet<string>): string {
  const number = many(rows.accepted);
  const areAges = columns.some(({ field }) => field === 'age');
  switch (kind) {
    case null:
      return t('reading.unknown');
    case 'invoices':
      return ['invoice-lines', 'dated-payments', 'payment-rows', 'grouped-invoices'].some((code) =>
        told.has(code),
      )
        ? t('reading.invoiceRows', number)
        : t('reading.invoices', number);
    case 'series':
      return told.has('quarters') ? t('reading.quarters', number) : t('reading.series', number);
    case 'agedBalance':
      return areAges || told.has('customer-on-several-rows')
        ? t('reading.agedRows', number)
        : t('reading.agedBalance', number);
    case 'fec':
      return t('reading.fec', number);
    case 'payments':
      return t('reading.payments', number);
    case 'customerLedger':
      return t('reading.customerLedger', number);
  }
}

const ages: readonly Field[] = [
  'notDue',
  'daysTo30',
  'daysTo60',
  'daysTo90',
  'daysTo120',
  'daysBeyond',
];

/** What the figures of each kind hang on, in the order in which it is told. */
const toldRoles: Record<Kind, readonly Field[]> = {
  invoices: [
    'amount',
    'creditNoteAmount',
    'openAmount',
    'settledDate',
    'paidAmount',
    'secondSettledDate',
    'secondPaidAmount',
    'status',
    'paidMark',
    'openMark',
    'issueDate',
    'dueDate',
    'putOffDueDate',
    'customer',
    'documentType',
    'direction',
    'lettering',
    'otherStatus',
    'disputedMark',
    'part',
    'snapshotDate',
  ],
  series: [
    'month',
    'year',
    'salesInclTax',
    'salesExclTax',
    'receivables',
    'overdue',
    'disputed',
    'purchases',
    'costOfSales',
    'inventory',
    'payables',
    'part',
  ],
  agedBalance: [
    'customer',
    'balance',
    'debit',
    'credit',
    'age',
    'overdue',
    'documentType',
    'part',
    'snapshotDate',
  ],
  fec: ['account', 'debit', 'credit', 'signedAmount', 'direction', 'entryDate', 'lettering'],
  payments: ['paidAmount', 'settledDate', 'number', 'customer', 'discount', 'status'],
  customerLedger: [
    'debit',
    'credit',
    'signedAmount',
    'direction',
    'issueDate',
    'dueDate',
    'customer',
    'lettering',
    'runningBalance',
  ],
};

function roleClauses(source: Source, told: ReadonlySet<string>): Clause[] {
  if (source.kind === null) return [];
  const { kind } = source;
  const clauses = toldRoles[kind].flatMap((field) => {
    const place = placeOf(source, field);
    return place < 0
      ? missingClause(source, field, told)
      : [roleClause(source, field, place, told)];
  });
  if (kind === 'agedBalance') {
    const parts = ages.flatMap((field) =>
      source.columns.flatMap((column, place) =>
        column.field === field ? [columnPart(source, field, place)] : [],
      ),
    );
    if (parts.length > 0) clauses.splice(1, 0, agesClause(parts));
  }
  const segments = source.columns.flatMap((column, place) =>
    column.field === 'segment' ? [columnText(source, place)] : [],
  );
  if (segments.length > 0) {
    const [count, columns] = [Math.min(segments.length, 2), segments.join(', ')];
    clauses.push([t('reading.segments', { count, columns })]);
  }
  return clauses;
}

function agesClause(parts: readonly Part[]): Clause {
  const list = parts.flatMap((part, index) => (index === 0 ? [part] : [', ', part]));
  return withParts(t('reading.ages', { column: mark })).flatMap((piece) =>
    piece === '' ? list : [piece],
  );
}

const placeOf = ({ columns }: Source, field: Field): number =>
  columns.findIndex((column) => column.field === field);

function roleClause(
  source: Source,
  field: Field,
  place: number,
  told: ReadonlySet<string>,
): Clause {
  const part = columnPart(source, field, place);
  if (source.kind === 'invoices' && field === 'settledDate')
    return withParts(t('reading.settledDate', { column: mark }), part);
  if (field === 'customer') return withParts(t('reading.customer', { column: mark }), part);
  if (field === 'amount') {
    const tax = placeOf(source, 'taxAmount');
    if (told.has('tax-added') && tax >= 0) {
      const text = t('reading.amountWithTax', { column: mark, other: mark2 });
      return withParts(text, part, columnPart(source, 'taxAmount', tax));
    }
    if (told.has('amounts-excl-tax'))
      return withParts(t('reading.amountExclTax', { column: mark }), part);
  }
  return withParts(t('reading.role', { field: inSentence(field), column: mark }), part);
}

/** What a kind hangs on and no column gives: it can be given here. */
function missingClause(source: Source, field: Field, told: ReadonlySet<string>): Clause[] {
  const { kind } = source;
  const has = (other: Field) => placeOf(source, other) >= 0;
  const text = (() => {
    if (kind === 'invoices' && field === 'settledDate' && told.has('no-payment-column'))
      return t('reading.noSettledDate');
    if (kind === 'invoices' && field === 'issueDate') return t('reading.noIssueDate');
    if (kind === 'invoices' && field === 'dueDate') return t('reading.noDueDate');
    if (kind === 'series' && field === 'salesInclTax' && !has('salesExclTax'))
      return t('reading.noSales');
    if (kind === 'series' && field === 'receivables') return t('reading.noReceivables');
    return '';
  })();
  return text === '' ? [] : [[{ ...columnPart(source, field, -1), text }]];
}

/** The column of a field, and those that could be it instead. */
export function columnPart(source: Source, field: Field, place: number): Part {
  const options = source.columns.slice(0, mostColumns).map(({ header, samples }, index) => ({
    value: String(index),
    label: header || t('reading.columnNumber', { number: index + 1 }),
    hint: samples.join(' · '),
  }));
  return {
    id: ages.includes(field) ? `${field}-${place}` : field,
    subject: { what: 'column', field },
    text: columnText(source, place),
    question: t('reading.choose', { field: t(`fields.${field}`) }),
    value: String(place),
    options:
      place < 0 ? options : [...options, { value: '-1', label: t('reading.noColumn'), hint: '' }],
  };
}

function columnText({ columns }: Source, place: number): string {
  const header = columns[place]?.header ?? '';
  return header === ''
    ? t('reading.columnNumber', { number: place + 1 })
    : t('reading.column', { header });
}

/** `Date de facture` inside a sentence; `CA TTC` stays. */
function inSentence(field: Field): string {
  const name: string = t(`fields.${field}`);
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

function dateClauses({ kind, fec }: Source, asOf: string | null): Clause[] {
  if (kind === 'agedBalance' && asOf !== null)
    return [[t('reading.asOf', { date: formatDate(asOf) })]];
  if (fec?.firstDate != null && fec.lastDate !== null) {
    const [first, last] = [formatDate(fec.firstDate), formatDate(fec.lastDate)];
    return [[t('reading.period', { first, last })]];
  }
  return [];
}

function checks({ reading, columns }: Source): Clause[] {
  if (reading === null) return [];
  const clauses: string[] = [];
  const { totals, relations, blocks } = reading;
  if (totals.length > 0) clauses.push(t('reading.totals', many(totals.length)));
  const [best] = relations
    .map((relation) => ({ relation, text: relationText(relation) }))
    .filter(({ relation, text }) => text !== '' && relation.holds > 0)
    .sort(
      (one, other) =>
        share(other.relation) - share(one.relation) ||
        Number(bearsOnDebt(other.relation, columns)) - Number(bearsOnDebt(one.relation, columns)),
    );
  if (best) clauses.push(best.text);
  const unread = blocks.filter(({ used }) => !used).length;
  if (unread > 0 && unread < blocks.length) clauses.push(t('reading.otherTables', many(unread)));
  return clauses.map((clause) => [clause]);
}

/** Does it prove what is owed, rather than what is charged? */
const bearsOnDebt = (relation: RelationRead, columns: readonly Column[]): boolean =>
  columns.some(
    ({ header, field }) =>
      (field === 'openAmount' || field === 'paidAmount' || field === 'balance') &&
      relation.columns.includes(header),
  );

const share = ({ holds, rows }: RelationRead): number => holds / Math.max(rows, 1);

function relationText({ what, columns, rows, holds }: RelationRead): string {
  const names = columns.map((header) => t('reading.column', { header }));
  const sum = names.at(-1) ?? '';
  if (what === 'running' && holds === rows) {
    const [debit = '', credit = ''] = names;
    return t('reading.running', { debit, credit, balance: sum });
  }
  if (what !== 'sum' && what !== 'total') return '';
  const equation = `${names.slice(0, -1).join(' + ')} = ${sum}`;
  return holds === rows
    ? t('reading.holds', { equation })
    : t('reading.holdsMostly', {
        equation,
        holds: formatCount(holds),
        rows: formatCount(rows),
      });
}

/** How dates and amounts are written, where the data leaves a choice. */
function notation(source: Source): Clause[] {
  const clauses: Clause[] = [];
  const part = (
    what: 'currency' | 'unit' | 'dates' | 'mark',
    rest: Omit<Part, 'id' | 'subject'>,
  ) => ({
    id: what,
    subject: { what },
    ...rest,
  });
  const { currency, currencies, amountUnit } = source;
  if (currency !== null && amountUnit === 'major') {
    const text = t('reading.currency', { choice: mark });
    const given = part('currency', {
      text: currency,
      question: t('reading.chooseCurrency'),
      value: currency,
      options: currencies.map((value) => ({ value, label: value, hint: '' })),
    });
    clauses.push(currencies.length > 1 ? withParts(text, given) : [text.replace(mark, currency)]);
  }
  if (amountUnit === 'minor') {
    const unit = part('unit', {
      text: t('reading.minorUnitsName'),
      question: t('reading.chooseUnit'),
      value: amountUnit,
      options: [
        { value: 'major', label: t('understood.unitMajor'), hint: '' },
        { value: 'minor', label: t('understood.unitMinor'), hint: '' },
      ],
    });
    clauses.push(withParts(t('reading.minorUnits', { choice: mark }), unit));
  }
  if (source.dateOrderEvidence !== null) {
    const names: Record<DateOrder, string> = {
      dmy: t('understood.orderDmy'),
      mdy: t('understood.orderMdy'),
      ymd: t('understood.orderYmd'),
    };
    const order = part('dates', {
      text: names[source.dateOrder],
      question: t('reading.chooseDates'),
      value: source.dateOrder,
      options: Object.entries(names).map(([value, label]) => ({ value, label, hint: '' })),
    });
    clauses.push(withParts(t('reading.dates', { choice: mark }), order));
  }
  if (source.decimalMarkEvidence !== null) {
    const decimal = part('mark', {
      text: source.decimalMark === ',' ? t('reading.markComma') : t('reading.markPoint'),
      question: t('reading.chooseMark'),
      value: source.decimalMark,
      options: [
        { value: ',', label: t('understood.decimalComma'), hint: '' },
        { value: '.', label: t('understood.decimalPoint'), hint: '' },
      ],
    });
    clauses.push(withParts(t('reading.mark', { choice: mark }), decimal));
  }
  return clauses;
}
