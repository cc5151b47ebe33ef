import { catalogue } from '../../engine/catalogue';
import type { Field } from '../../engine/pkg/encours';

/** The field of this name, if it is one. */
export function fieldNamed(name: string): Field | null {
  const all = catalogue.fields.flatMap(({ fields }) => fields);
  return all.find((field) => field === name) ?? null;
}
