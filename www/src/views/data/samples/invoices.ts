import { t } from '../../../text/language.svelte';
import { table } from './written';

/** A customer of a made-up wholesaler, and how it pays. */
interface Customer {
  name: string;
  /** Who sells to it. */
  salesperson: string;
  region: string;
  termDays: number;
  /** Days after the due date that it pays on, give or take two weeks. */
  lateDays: number;
  /** Typical invoice. */
  amount: number;
  /** Odds, in percent, that an invoice is disputed. */
  disputePercent: number;
  /** Days that it pays later in the end than it did at first. */
  drift: number;
  /** Does its term count to the end of the month? */
  isMonthEnd: boolean;
}

/**
 * So that every lever and every analysis has something to show: terms beyond what the law allows, disputes, one that
 * pays later and later, some that pay early, a few that weigh most.
 */
const customers: readonly Customer[] = [
  customer('Serres du Val', 'Caron', 'Sud-Est', 45, 14, 11800, { drift: 34, isMonthEnd: true }),
  customer('Halles du Nord', 'Lenoir', 'Nord', 90, 6, 12900),
  customer('Groupe Estival', 'Caron', 'Sud-Est', 75, 9, 9800, { disputePercent: 12 }),
  customer('Kermadec Distribution', 'Marchand', 'Ouest', 60, 19, 7600, { disputePercent: 6 }),
  customer('Maison Aubrac', 'Marchand', 'Sud-Ouest', 30, 3, 5200),
  customer('Jardinerie Belvédère', 'Lenoir', 'Nord', 45, 11, 8100, { isMonthEnd: true }),
  customer('Comptoir Isatis', 'Lenoir', 'Sud-Ouest', 45, -6, 4300),
  customer('Table de Gaspard', 'Caron', 'Sud-Est', 30, 24, 2750, { disputePercent: 18 }),
  customer('Pépinières Ferrand', 'Marchand', 'Ouest', 60, 2, 3600),
  customer('Jardins de Jussac', 'Marchand', 'Sud-Ouest', 30, 16, 2200, { drift: 12 }),
  customer('Brasserie du Lac', 'Caron', 'Sud-Est', 30, 12, 2400),
  customer('Traiteur Cormier', 'Lenoir', 'Nord', 30, -8, 1900),
  customer('Épicerie Dumas', 'Marchand', 'Ouest', 30, 5, 1350),
  customer('Établissements Lorry', 'Lenoir', 'Nord', 90, 13, 3900),
  customer('Terres et Bois', 'Caron', 'Ouest', 60, 28, 3100, { disputePercent: 4 }),
  customer('Négoce Vauban', 'Lenoir', 'Nord', 45, 4, 5400, { isMonthEnd: true }),
];

const first = Date.UTC(2024, 6, 1);
const last = Date.UTC(2025, 11, 31);
const day = 86_400_000;
const count = 600;
/** What a dispute adds before payment. */
const disputeDays = 110;

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
    const due = dueOf(issued, customer);
    const drifted = customer.lateDays + customer.drift * Math.max(0, (2 * offset) / span - 1);
    const lateDays = Math.round(drifted + (random() + random() - 1) * 14);
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
      customer.salesperson,
      customer.region,
    ];
  });
  return table('sampleInvoices', rows).join('\n');
}

function customer(
  name: string,
  salesperson: string,
  region: string,
  termDays: number,
  lateDays: number,
  amount: number,
  { disputePercent = 1, drift = 0, isMonthEnd = false }: Partial<Customer> = {},
): Customer {
  return {
    name,
    salesperson,
    region,
    termDays,
    lateDays,
    amount,
    disputePercent,
    drift,
    isMonthEnd,
  };
}

function dueOf(issued: number, { termDays, isMonthEnd }: Customer): number {
  const due = new Date(issued + termDays * day);
  if (!isMonthEnd) return due.getTime();
  return Date.UTC(due.getUTCFullYear(), due.getUTCMonth() + 1, 0);
}

/** Garden trade: twice the sales in spring, little in winter, some before the year's end. */
function season(time: number): number {
  const factors = [0.45, 0.6, 1.05, 1.5, 1.75, 1.45, 1, 0.6, 0.8, 0.85, 0.95, 1.25];
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
