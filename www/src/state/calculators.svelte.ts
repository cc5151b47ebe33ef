import type { Side } from '../engine/pkg/encours';
import { calculators } from '../lib/calculators';
import type {
  Calculator,
  CalculatorName,
  ChoiceName,
  Entered,
  Field,
  FieldName,
  GroupName,
  Row,
} from '../lib/calculators/types';

interface Typed {
  /** By group and field. */
  numbers: Readonly<Record<string, string | null>>;
  choices: Readonly<Partial<Record<ChoiceName, string>>>;
  rows: readonly Row[];
}

let lastKey = 0;

/** What was typed into the calculators; it stays when other parts of the page are looked at. */
class TypedCalculators {
  shown = $state<CalculatorName>('structuralWorkingCapital');
  #typed = $state.raw(
    Object.fromEntries(calculators.map((one) => [one.name, startOf(one)])) as Record<
      CalculatorName,
      Typed
    >,
  );

  number(name: CalculatorName, group: GroupName, field: FieldName): string | null {
    return this.#typed[name].numbers[`${group}.${field}`] ?? null;
  }

  choice(name: CalculatorName, choice: ChoiceName): string {
    return this.#typed[name].choices[choice] ?? '';
  }

  rows(name: CalculatorName): readonly Row[] {
    return this.#typed[name].rows;
  }

  entered(name: CalculatorName): Entered {
    return {
      number: (group, field) => this.number(name, group, field) ?? '0',
      choice: (choice) => this.choice(name, choice),
      rows: this.rows(name),
    };
  }

  typeNumber(name: CalculatorName, group: GroupName, field: FieldName, value: string | null): void {
    const numbers = { ...this.#typed[name].numbers, [`${group}.${field}`]: value };
    this.#change(name, { numbers });
  }

  choose(name: CalculatorName, choice: ChoiceName, value: string): void {
    this.#change(name, { choices: { ...this.#typed[name].choices, [choice]: value } });
  }

  changeRow(name: CalculatorName, key: number, change: Partial<Row>): void {
    const rows = this.rows(name).map((row) => (row.key === key ? { ...row, ...change } : row));
    this.#change(name, { rows });
  }

  addRow(name: CalculatorName, fields: readonly Field[]): void {
    const values = Object.fromEntries(fields.map((field) => [field.name, field.start]));
    const side: Side = 'need';
    const row: Row = { key: ++lastKey, preset: null, name: '', side, values };
    this.#change(name, { rows: [...this.rows(name), row] });
  }

  removeRow(name: CalculatorName, key: number): void {
    this.#change(name, { rows: this.rows(name).filter((row) => row.key !== key) });
  }

  /** Back to the example. */
  reset(calculator: Calculator): void {
    this.#change(calculator.name, startOf(calculator));
  }

  #change(name: CalculatorName, change: Partial<Typed>): void {
    this.#typed = { ...this.#typed, [name]: { ...this.#typed[name], ...change } };
  }
}

export const typedCalculators = new TypedCalculators();

function startOf({ groups, choices, rows }: Calculator): Typed {
  return {
    numbers: Object.fromEntries(
      groups.flatMap(({ name, fields }) =>
        fields.map((field) => [`${name}.${field.name}`, field.start]),
      ),
    ),
    choices: Object.fromEntries(choices.map(({ name, options }) => [name, options[0]])),
    rows: (rows?.start ?? []).map((row) => ({ ...row, key: ++lastKey, name: null })),
  };
}
