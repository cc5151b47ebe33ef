import { calendar, companyName, generator, PIECE, type MadeUp } from './made-up.ts';

/** What a list has that others do not. */
interface Shape {
  /** A salesperson and a region on every line. */
  hasSegments?: boolean;
  /** Has every invoice a customer of its own? */
  hasOwnCustomers?: boolean;
  /** Is the term any number of days up to 120, another one each day? */
  hasDailyTerms?: boolean;
}

/** Lists by what is told of them. */
export const lists = {
  usual: { hasSegments: true },
  'a customer for every invoice': { hasSegments: true, hasOwnCustomers: true },
  'another term each day of 36 months': { hasSegments: true, hasDailyTerms: true },
} as const satisfies Record<string, Shape>;

export type ListName = keyof typeof lists;

/** An invoice list over three years. */
export function* invoiceList(lines: number, shape: Shape = {}): MadeUp {
  const { hasSegments = false, hasOwnCustomers = false, hasDailyTerms = false } = shape;
  const random = generator();
  const customers = Array.from({ length: CUSTOMERS }, (_, index) => companyName(index, random));
  const days = calendar(2022, ISSUE_DAYS + 200);
  let text =
    'invoice_number,customer,issue_date,due_date,paid_date,amount,currency' +
    (hasSegments ? ',salesperson,region\n' : '\n');
  for (let line = 0; line < lines; line++) {
    const issued = Math.floor((line * ISSUE_DAYS) / lines);
    const drawn = TERMS[random(TERMS.length)] ?? 30;
    const term = hasDailyTerms ? (issued * 37 + line) % 121 : drawn;
    const due = issued + term;
    const paid = issued + random(term + 50);
    const isOpen = random(20) === 0;
    const cents = 1_000 + random(2_000_000);
    const number = `F${String(line + 1).padStart(7, '0')}`;
    const known = customers[random(CUSTOMERS)] ?? '';
    const customer = hasOwnCustomers ? companyName(line, random) : known;
    const dates = `${days[issued]},${days[due]},${isOpen ? '' : days[paid]}`;
    const segments = hasSegments ? `,${salesperson(line)},${region(line)}` : '';
    text += `${number},${customer},${dates},${(cents / 100).toFixed(2)},EUR${segments}\n`;
    if (text.length >= PIECE) {
      yield text;
      text = '';
    }
  }
  yield text;
}

const CUSTOMERS = 5_000;
/** One of 200. */
export const salesperson = (line: number): string => `Salesperson ${String((line * 7) % 200)}`;

/** One of 11. */
const region = (line: number): string => `Region ${String(line % 11)}`;

const TERMS = [0, 15, 30, 45, 60];
const ISSUE_DAYS = 1_096;
