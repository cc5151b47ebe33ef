import { catalogue as found } from 'virtual:catalogue';
import type { Conventions, Field, Kind } from './pkg/encours';

/** Defaults, bounds, usual values and fields, as the engine knows them. */
export const catalogue = found;

/** The usual conventions, every one of them. */
export const usualConventions = found.conventions as Required<Conventions>;

/** What a column can mean, by the kind of data; those that it cannot do without first. */
export function fieldsOf(kind: Kind): readonly Field[] {
  return found.fields.find((entry) => entry.kind === kind)?.fields ?? [];
}
