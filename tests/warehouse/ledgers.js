/** Ledgers made up from a number, the same every time, with what bookkeeping brings: credit notes, payments in parts, too
 * many, on the day, before the invoice and that came back, months without sales, and documents that do not count. */

/** Numbers from 0 to below 1 (mulberry32). */
function numbersFrom(seed) {
  let state = seed * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const dayOf = (first, days) => new Date(Date.UTC(2023, 0, 1 + first + days)).toISOString().slice(0, 10);
/** Amounts are whole cents until they are written. */
const written = (cents) => (cents / 100).toFixed(2);

export function ledger(seed, count) {
  const next = numbersFrom(seed + 1);
  const upTo = (most) => Math.floor(next() * most);
  const oneOf = (values) => values[upTo(values.length)];
  const hasSummer = next() < 0.5;
  const mostlyCredits = seed % 5 === 4;
  const [invoices, payments] = [[], []];
  for (let index = 0; index < count; index += 1) {
    const first = upTo(700);
    const issued = dayOf(first, 0);
    if (!hasSummer && /-0[78]-/.test(issued)) continue;
    const sign = next() < (mostlyCredits ? 0.35 : 0.08) ? -1 : 1;
    const cents = sign * (100 + upTo(900_000));
    const id = `F${index}`;
    const due = next() < 0.05 ? '' : dayOf(first, oneOf([0, 30, 45, 60, -3]));
    const status = oneOf([...Array(12).fill('open'), 'paid', 'void', 'disputed', 'draft', 'factored', 'Disputed']);
    invoices.push([
      id, oneOf(['A', 'B']), oneOf(['N', 'S', '']), `C${upTo(20)}`, issued, due,
      written(cents), written(Math.round(cents / 1.2)), 'EUR', status,
    ]);
    const pay = (days, amount) => payments.push([id, dayOf(first, days), written(amount)]);
    if (next() < 0.2) continue;
    const parts = oneOf([1, 1, 1, 2, 3]);
    const part = Math.trunc(cents / parts);
    for (let step = 0; step < parts; step += 1) {
      pay(upTo(125) - 5, step < parts - 1 ? part : cents - part * (parts - 1));
    }
    if (next() < 0.05) pay(5 + upTo(145), Math.trunc(cents / 3));
    if (cents > 0 && next() < 0.06) {
      const day = 125 + upTo(35);
      const half = Math.trunc(cents / 2);
      pay(day, -half);
      if (next() < 0.5) pay(day + 20, half);
    }
  }
  invoices.sort((one, other) => (one[4] < other[4] ? -1 : 1));
  return { invoices, payments };
}

export const headings = {
  invoices: [
    'invoice_id', 'entity', 'segment', 'customer', 'issue_date', 'due_date',
    'amount_incl_tax', 'amount_excl_tax', 'currency', 'status',
  ],
  payments: ['invoice_id', 'paid_on', 'amount'],
};
