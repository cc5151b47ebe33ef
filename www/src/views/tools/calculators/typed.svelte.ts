import { typedByCalculator as edits, type Typed } from '../../../dossier/calculators';
import type { Side } from '../../../engine/pkg/encours';
import { calculators } from '.';
import type {
  Calculator,
  CalculatorName,
  ChoiceName,
  Entered,
  FieldName,
  GroupName,
  Row,
  Table,
} from './types';

let lastKey = 0;

/** What was typed into the calculators; it stays when other parts of the page are looked at. */
class TypedCalculators {
  shown = $state<CalculatorName>('structuralWorkingCapital');
  number(name: CalculatorName, group: GroupName, field: FieldName): string | null {
    return this.#typed(name).numbers[`${group}.${field}`] ?? null;
  }

  choice(name: CalculatorName, choice: ChoiceName): string {
    return this.#typed(name).choices[choice] ?? '';
  }

  rows(name: CalculatorName, group: GroupName): readonly Row[] {
    return (this.#typed(name).rows[group] ?? []) as readonly Row[];
  }

  entered(name: CalculatorName): Entered {
    return {
      number: (group, field) => this.number(name, group, field) ?? '0',
      choice: (choice) => this.choice(name, choice),
      rows: (group) => this.rows(name, group),
    };
  }

  typeNumber(name: CalculatorName, group: GroupName, field: FieldName, value: string | null): void {
    const numbers = { ...this.#typed(name).numbers, [`${group}.${field}`]: value };
    this.#change(name, { numbers });
  }

  choose(name: CalculatorName, choice: ChoiceName, value: string): void {
    this.#change(name, { choices: { ...this.#typed(name).choices, [choice]: value } });
  }

  changeRow(name: CalculatorName, group: GroupName, key: number, change: Partial<Row>): void {
    const rows = this.rows(name, group);
    this.#changeRows(
      name,
      group,
      rows.map((row) => (row.key === key ? { ...row, ...change } : row)),
    );
  }

  addRow(name: CalculatorName, group: GroupName, { fields }: Table): void {
    const values = Object.fromEntries(fields.map((field) => [field.name, field.start]));
    const side: Side = 'need';
    const row: Row = { key: ++lastKey, preset: null, name: '', side, values };
    this.#changeRows(name, group, [...this.rows(name, group), row]);
  }

  removeRow(name: CalculatorName, group: GroupName, key: number): void {
    const rows = this.rows(name, group);
    this.#changeRows(
      name,
      group,
      rows.filter((row) => row.key !== key),
    );
  }

  /** Back to the example. */
  reset(calculator: Calculator): void {
    this.#change(calculator.name, startOf(calculator));
  }

  #changeRows(name: CalculatorName, group: GroupName, rows: readonly Row[]): void {
    this.#change(name, { rows: { ...this.#typed(name).rows, [group]: rows } });
  }

  /** What was typed into a calculator, or its example. */
  #typed(name: CalculatorName): Typed {
    return edits.current[name] ?? starts[name];
  }

  #change(name: CalculatorName, change: Partial<Typed>): void {
    edits.edit({ ...edits.current, [name]: { ...this.#typed(name), ...change } });
    edits.settle();
  }
}

const starts = Object.fromEntries(calculators.map((one) => [one.name, startOf(one)])) as Record<
  CalculatorName,
  Typed
>;

export const typedCalculators = new TypedCalculators();

function startOf({ groups, choices }: Calculator): Typed {
  return {
    numbers: Object.fromEntries(
      groups.flatMap(({ name, fields }) =>
        fields.map((field) => [`${name}.${field.name}`, field.start]),
      ),
    ),
    choices: Object.fromEntries(choices.map(({ name, options }) => [name, options[0] ?? ''])),
    rows: Object.fromEntries(
      groups.map(({ name, table }) => [
        name,
        (table?.start ?? []).map((row) => ({ ...row, key: ++lastKey, name: null })),
      ]),
    ),
  };
}
