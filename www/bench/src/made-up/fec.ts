import { calendar, companyName, generator, PIECE, type MadeUp } from './made-up.ts';

/**
 * The accounting entries of one year as a FEC of so many lines below its header, ten at least: an opening, sales and
 * purchases with VAT, their payments, bank charges.
 *
 * Customers pay after 20 to 70 days and suppliers are paid after 30 to 60; what is paid within the year is lettered.
 */
export function* fec(lines: number): MadeUp {
  const books = new Books(lines);
  let text = HEADER;
  for (let entry = books.next(); entry !== ''; entry = books.next()) {
    text += entry;
    if (text.length >= PIECE) {
      yield text;
      text = '';
    }
  }
  yield text;
}

const HEADER =
  'JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\t' +
  'PieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\r\n';
const DAYS = 365;
const CUSTOMERS = 600;
const SUPPLIERS = 150;

const OPENING = 'AN\tA nouveaux';
const SALES = 'VE\tVentes';
const PURCHASES = 'AC\tAchats';
const BANK = 'BQ\tBanque';

const CAPITAL = '101000\tCapital';
const INVENTORY = '370000\tStock';
const PAYABLE = '401000\tFournisseurs';
const RECEIVABLE = '411000\tClients';
const INPUT_VAT = '445660\tTVA déductible';
const OUTPUT_VAT = '445710\tTVA collectée';
const CASH = '512000\tBanque';
const GOODS_BOUGHT = '607000\tAchats';
const CHARGES = '627000\tFrais bancaires';
const SERVICES_SOLD = '706000\tPrestations';
const GOODS_SOLD = '707000\tVentes';

/** Neither a customer nor a supplier, or no lettering: two empty cells. */
const NONE = '\t';

interface Payment {
  isFromCustomer: boolean;
  /** Number and name, as two cells. */
  party: string;
  cents: number;
  /** Code and date, as two cells. */
  lettering: string;
}

/** A line of an entry: account, customer or supplier, debit and credit in cents, lettering. */
type Line = [account: string, party: string, debit: number, credit: number, lettering: string];

class Books {
  readonly #lines: number;
  readonly #random = generator();
  readonly #customers = this.#parties('C', CUSTOMERS);
  readonly #suppliers = this.#parties('F', SUPPLIERS);
  readonly #dates = calendar(2025, DAYS).map((date) => date.replaceAll('-', ''));
  /** The last day of the month of each day, when its entries are validated. */
  readonly #monthEnds = this.#dates.map((date) =>
    this.#dates.findLast((other) => other.slice(0, 6) === date.slice(0, 6)),
  );
  /** Payments to come, by day. */
  readonly #due = Array.from({ length: DAYS }, (): Payment[] => []);
  /** Payments of today that were made. */
  #made = 0;
  #day = 0;
  #written = 0;
  #entries = 0;
  #invoices = 0;
  #bills = 0;
  #payments = 0;
  #letterings = 0;

  constructor(lines: number) {
    this.#lines = lines;
  }

  /** The lines of the next entry; none once everything was written. */
  next(): string {
    if (this.#written === 0) return this.#opening();
    while (this.#written < this.#lines) {
      const rest = this.#lines - this.#written;
      const payment = this.#dueToday(rest);
      if (payment !== undefined) return this.#payment(payment);
      if (this.#isDayOver()) {
        this.#due[this.#day] = [];
        this.#made = 0;
        this.#day += 1;
        continue;
      }
      // Entries have two lines or three: none may leave a single one.
      const drawn = this.#random(100);
      if (rest === 2 || rest === 4) return this.#charges();
      if (rest === 3 || drawn < 70) return this.#sale();
      return drawn < 98 ? this.#purchase() : this.#charges();
    }
    return '';
  }

  /** What some customers owe and some suppliers are owed, goods and cash; the capital balances them. */
  #opening(): string {
    const stock = 8_000_000;
    const money = 5_000_000;
    const customers = Math.min(Math.floor(this.#lines / 50), CUSTOMERS / 2);
    const suppliers = Math.min(Math.floor(this.#lines / 100), SUPPLIERS / 2);
    let capital = stock + money;
    const lines: Line[] = [];
    for (let index = 0; index < customers + suppliers; index++) {
      const isFromCustomer = index < customers;
      const party = isFromCustomer ? index : index - customers;
      const cents = 10_000 + this.#random(20_000);
      const delay = 1 + this.#random(50);
      const open = this.#paymentToCome(isFromCustomer, party, cents, delay);
      if (isFromCustomer) lines.push([RECEIVABLE, open.party, cents, 0, open.lettering]);
      else lines.push([PAYABLE, open.party, 0, cents, open.lettering]);
      capital += isFromCustomer ? cents : -cents;
    }
    return this.#entry(OPENING, 'AN2025', 'A nouveaux', [
      ...lines,
      [INVENTORY, NONE, stock, 0, NONE],
      [CASH, NONE, money, 0, NONE],
      [CAPITAL, NONE, 0, capital, NONE],
    ]);
  }

  #sale(): string {
    const customer = this.#random(CUSTOMERS);
    const [net, vat] = this.#amount();
    const account = this.#random(4) === 0 ? SERVICES_SOLD : GOODS_SOLD;
    const isNeverPaid = this.#random(20) === 0;
    const delay = isNeverPaid ? DAYS : 20 + this.#random(51);
    const { party, lettering } = this.#paymentToCome(true, customer, net + vat, delay);
    this.#invoices += 1;
    return this.#entry(SALES, piece('F', this.#invoices), 'Facture', [
      [RECEIVABLE, party, net + vat, 0, lettering],
      [account, NONE, 0, net, NONE],
      [OUTPUT_VAT, NONE, 0, vat, NONE],
    ]);
  }

  #purchase(): string {
    const supplier = this.#random(SUPPLIERS);
    const [net, vat] = this.#amount();
    const delay = 30 + this.#random(31);
    const { party, lettering } = this.#paymentToCome(false, supplier, net + vat, delay);
    this.#bills += 1;
    return this.#entry(PURCHASES, piece('A', this.#bills), 'Achat', [
      [GOODS_BOUGHT, NONE, net, 0, NONE],
      [INPUT_VAT, NONE, vat, 0, NONE],
      [PAYABLE, party, 0, net + vat, lettering],
    ]);
  }

  #payment({ isFromCustomer, party, cents, lettering }: Payment): string {
    this.#payments += 1;
    const lines: Line[] = isFromCustomer
      ? [
          [CASH, NONE, cents, 0, NONE],
          [RECEIVABLE, party, 0, cents, lettering],
        ]
      : [
          [PAYABLE, party, cents, 0, lettering],
          [CASH, NONE, 0, cents, NONE],
        ];
    return this.#entry(BANK, piece('R', this.#payments), 'Virement', lines);
  }

  #charges(): string {
    const cents = 100 + this.#random(5_000);
    this.#payments += 1;
    return this.#entry(BANK, piece('R', this.#payments), 'Frais', [
      [CHARGES, NONE, cents, 0, NONE],
      [CASH, NONE, 0, cents, NONE],
    ]);
  }

  /** Net and VAT of 20 %, in whole cents. */
  #amount(): [net: number, vat: number] {
    const vat = 1_000 + this.#random(80_000);
    return [vat * 5, vat];
  }

  /** Plans a payment; beyond the year it is not made, and nothing lettered. */
  #paymentToCome(isFromCustomer: boolean, index: number, cents: number, delay: number): Payment {
    const party = (isFromCustomer ? this.#customers : this.#suppliers)[index] ?? NONE;
    const day = this.#day + delay;
    const payment = { isFromCustomer, party, cents, lettering: NONE };
    const due = this.#due[day];
    if (due !== undefined) {
      payment.lettering = `${letters(this.#letterings)}\t${this.#dates[day]}`;
      this.#letterings += 1;
      due.push(payment);
    }
    return payment;
  }

  #entry(journal: string, piece: string, label: string, lines: Line[]): string {
    this.#entries += 1;
    this.#written += lines.length;
    const date = this.#dates[this.#day];
    const start = `${journal}\t${this.#entries}\t${date}`;
    const validated = this.#monthEnds[this.#day];
    return lines
      .map(([account, party, debit, credit, lettering]) => {
        const amounts = `${money(debit)}\t${money(credit)}`;
        return `${start}\t${account}\t${party}\t${piece}\t${date}\t${label}\t${amounts}\t${lettering}\t${validated}\t\t\r\n`;
      })
      .join('');
  }

  /** The payment that is due next today, if it leaves lines that other entries can fill. */
  #dueToday(rest: number): Payment | undefined {
    if (rest === 3) return undefined;
    const payment = this.#due[this.#day]?.[this.#made];
    if (payment !== undefined) this.#made += 1;
    return payment;
  }

  /** Does the year so far hold its share of the lines? */
  #isDayOver(): boolean {
    return this.#written >= Math.floor((this.#lines * (this.#day + 1)) / DAYS);
  }

  #parties(letter: string, count: number): string[] {
    return Array.from(
      { length: count },
      (_, index) =>
        `${letter}${String(index).padStart(3, '0')}\t${companyName(index, this.#random)}`,
    );
  }
}

function piece(letter: string, number: number): string {
  return letter + String(number).padStart(6, '0');
}

/** Cents, written with a comma. */
function money(cents: number): string {
  return `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`;
}

/** The code of a lettering: AAA, AAB, … AZZ, BAA, … */
function letters(number: number): string {
  let code = '';
  for (let rest = number; rest > 0 || code.length < 3; rest = Math.floor(rest / 26)) {
    code = String.fromCharCode(65 + (rest % 26)) + code;
  }
  return code;
}
