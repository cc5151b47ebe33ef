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

/** What a number may be, by the engine's name for it. */
export function boundsOf(name: string): { least: string; most: string } {
  const bounds = found.bounds[name];
  if (bounds === undefined) throw new Error(`no bounds ${name}`);
  return bounds;
}
