import { t } from '../../../text/language.svelte';
import { table } from './written';

/** A customer of a made-up wholesaler, and how it pays. */
interface Customer {
  name: string;
  termDays: number;
  lateDays: number;
  /** Typical invoice. */
  amount: number;
  /** Odds, in percent, that an invoice is disputed. */
  disputePercent: number;
}

const customers: readonly Customer[] = [
  customer('Maison Aubrac', 30, 3, 5200),
  customer('Brasserie du Lac', 30, 12, 2400),
  customer('Hôtel Belvédère', 45, 9, 8100),
  customer('Traiteur Cormier', 30, -4, 1900),
  customer('Épicerie Dumas', 30, 6, 1350),
  customer('Groupe Estival', 45, 12, 9800, 8),
  customer('Cantine Ferrand', 45, 2, 3600),
  customer('Table de Gaspard', 30, 21, 2750, 15),
  customer('Halles du Nord', 60, 5, 11900),
  customer('Comptoir Isatis', 45, -2, 4300),
  customer('Jardins de Jussac', 30, 15, 2200),
  customer('Kermadec Distribution', 60, 18, 7600, 5),
];

const first = Date.UTC(2024, 6, 1);
const last = Date.UTC(2025, 11, 31);
const day = 86_400_000;
const count = 600;
/** What a dispute adds before payment. */
const disputeDays = 100;

/** Eighteen months of invoices, the same at every click. */
export function sampleInvoices(): string {
  const random = sequence(393);
  const span = (last - first) / day;
  const days = Array.from({ length: count - 1 }, () => Math.floor(random() * (span + 1)));
  days.push(span); // the last day, so that the figures are those of the year's end
  days.sort((a, b) => a - b);
  const rows = days.map((offset, index) => {
    const customer = pick(customers, random());
    const issued = first + offset * day;
    const due = issued + customer.termDays * day;
    const lateDays = customer.lateDays + Math.round((random() + random() - 1) * 14);
    const settlingDays = random() * 100 < customer.disputePercent ? disputeDays : 0;
    const paid = Math.max(issued, due + (lateDays + settlingDays) * day);
    const isOpen = paid > last;
    const amount = customer.amount * season(issued) * (0.5 + random());
    return [
      t('files.invoiceNumber', { number: String(index + 1).padStart(4, '0') }),
      customer.name,
      date(issued),
      date(due),
      amount,
      isOpen ? '' : date(paid),
      isOpen && settlingDays > 0 ? t('files.disputed') : '',
    ];
  });
  return table('sampleInvoices', rows).join('\n');
}

function customer(
  name: string,
  termDays: number,
  lateDays: number,
  amount: number,
  disputePercent = 1,
): Customer {
  return { name, termDays, lateDays, amount, disputePercent };
}

/** Fewer sales in winter, more before summer and before the year's end. */
function season(time: number): number {
  const factors = [0.75, 0.8, 0.95, 1.05, 1.2, 1.25, 1.1, 0.7, 0.95, 1, 1.15, 1.4];
  return factors[new Date(time).getUTCMonth()] ?? 1;
}

const date = (time: number): string => new Date(time).toISOString().slice(0, 10);

function pick<T>(list: readonly T[], random: number): T {
  const chosen = list[Math.floor(random * list.length)];
  if (chosen === undefined) throw new RangeError('nothing to pick from');
  return chosen;
}

/** Numbers from 0 to 1 that look random and are the same every time: a linear congruential generator. */
function sequence(seed: number): () => number {
  let state = seed % 2_147_483_647;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
