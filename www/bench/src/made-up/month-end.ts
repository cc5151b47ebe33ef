import { calendar, companyName, generator, PIECE, type MadeUp } from './made-up.ts';

/** Customers of the list. */
export const CUSTOMERS = 6_000;

/** Their names, which scopes are told by. */
export function customerNames(): string[] {
  const random = generator();
  return Array.from({ length: CUSTOMERS }, (_, index) => companyName(index, random));
}

/**
 * An invoice list over three years whose terms end with a month for two customers in three, one invoice in fifty in dispute:
 * as many terms and days to pay as scenarios meet anywhere.
 */
export function* monthEndList(lines: number): MadeUp {
  const random = generator();
  const customers = customerNames();
  const days = calendar(2022, ISSUE_DAYS + 300);
  const monthEnds = endsOfMonths(days);
  let text = 'invoice_number,customer,issue_date,due_date,paid_date,amount,currency,status\n';
  for (let line = 0; line < lines; line++) {
    const issued = Math.floor((line * ISSUE_DAYS) / lines);
    const customer = random(CUSTOMERS);
    const after = issued + (TERMS[random(TERMS.length)] ?? 30);
    const due = customer % 3 === 0 ? after : (monthEnds[after] ?? after);
    const paid = Math.max(issued, due - 10 + random(30) + random(30));
    const isDisputed = random(50) === 0;
    const isOpen = isDisputed || random(50) === 0 || paid >= ISSUE_DAYS;
    const cents = 1_000 + random(2_000_000);
    const dates = `${days[issued]},${days[due]},${isOpen ? '' : days[paid]}`;
    const amount = (cents / 100).toFixed(2);
    const status = isDisputed ? 'disputed' : '';
    text += `F${String(line + 1)},${customers[customer]},${dates},${amount},EUR,${status}\n`;
    if (text.length >= PIECE) {
      yield text;
      text = '';
    }
  }
  yield text;
}

const TERMS = [30, 45, 60];
const ISSUE_DAYS = 1_096;

/** For each day the place of the last one of its month. */
function endsOfMonths(days: readonly string[]): number[] {
  const ends = days.map((_, place) => place);
  for (let place = days.length - 2; place >= 0; place--) {
    const isLast = days[place]?.slice(0, 7) !== days[place + 1]?.slice(0, 7);
    ends[place] = isLast ? place : (ends[place + 1] ?? place);
  }
  return ends;
}
