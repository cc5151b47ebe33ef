/** A made-up invoice list: the same bytes for the same number of lines, on any machine. */
export function invoiceList(lines: number): Blob {
  const random = generator();
  const customers = Array.from({ length: CUSTOMERS }, (_, index) => customerName(index, random));
  const days = calendar();
  const pieces: Blob[] = [];
  let text = 'invoice_number,customer,issue_date,due_date,paid_date,amount,currency\n';
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
    text += `${number},${customer},${dates},${(cents / 100).toFixed(2)},EUR\n`;
    if (text.length >= PIECE) {
      pieces.push(new Blob([text]));
      text = '';
    }
  }
  return new Blob([...pieces, text]);
}

const CUSTOMERS = 5_000;
const TERMS = [0, 15, 30, 45, 60];
/** Three years of sales. */
const ISSUE_DAYS = 1_096;
const PIECE = 1 << 22;

/**
 * A linear congruential generator: `random(n)` is a whole number from 0 to below n. Its high bits decide, since the low
 * ones of such a generator repeat soon.
 */
function generator(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * Names of 15 to 30 bytes, some outside ASCII. None needs quotes: quotes slow the other parsers down more than ours.
 */
function customerName(index: number, random: (below: number) => number): string {
  const pick = (words: readonly string[]) => words[random(words.length)] ?? '';
  return `${pick(TRADES)} ${pick(PLACES)} ${index}`;
}

const TRADES = ['Garage', 'Atelier', 'Imprimerie', 'Transports', 'Menuiserie', 'Boulangerie'];
const PLACES = ['du Port', 'Martin', 'des Alpes', 'Lefèvre', 'de la Gare', 'Moreau', 'du Midi'];

/** The days that invoices are issued, due or paid on, as yyyy-mm-dd. */
function calendar(): string[] {
  const first = Date.UTC(2022, 0, 1);
  return Array.from({ length: ISSUE_DAYS + 200 }, (_, day) =>
    new Date(first + day * 86_400_000).toISOString().slice(0, 10),
  );
}
