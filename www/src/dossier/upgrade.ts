/** The newest form of a dossier. */
export const dossierVersion = 3;

type Value = Record<string, unknown>;

/** How the report was made up where nothing had been chosen, in the version that brought it. */
const report = {
  author: '',
  date: null,
  logo: null,
  isAnonymous: false,
  annexes: ['methods', 'split', 'customers', 'scenarios', 'quality', 'conventions'],
  notes: {},
};

/** What each version lacks of the one that follows it, from the first. Nothing here ever changes: only lines are added. */
const steps: readonly ((dossier: Value) => Value)[] = [
  (dossier) => ({ ...dossier, frozen: null }),
  (dossier) => ({ ...dossier, report }),
];

/** A dossier of any version that ever was, in the newest form; what is none stays as it is, for the schema to refuse. */
export function upgraded(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  let dossier = { ...value } as Value;
  const { version } = dossier;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return value;
  for (const step of steps.slice(version - 1)) dossier = step(dossier);
  return { ...dossier, version: Math.max(version, dossierVersion) };
}
