import { calendar, companyName, generator, PIECE, type MadeUp } from './made-up.ts';

/** An invoice list over three years with a salesperson and a region on every line. */
export const segmentedList = (lines: number): MadeUp => invoiceList(lines, true);

/** An invoice list over three years. */
export function* invoiceList(lines: number, hasSegments = false): MadeUp {
  const random = generator();
  const customers = Array.from({ length: CUSTOMERS }, (_, index) => companyName(index, random));
  const days = calendar(2022, ISSUE_DAYS + 200);
  let text =
    'invoice_number,customer,issue_date,due_date,paid_date,amount,currency' +
    (hasSegments ? ',salesperson,region\n' : '\n');
  for (let line = 0; line < lines; line++) {
    const issued = Math.floor((line * ISSUE_DAYS) / lines);
    const term = TERMS[random(TERMS.length)] ?? 30;
    const due = issued + term;
    const paid = issued + random(term + 50);
    const isOpen = random(20) === 0;
    const cents = 1_000 + random(2_000_000);
    const number = `F${String(line + 1).padStart(7, '0')}`;
    const customer = customers[random(CUSTOMERS)] ?? '';
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
