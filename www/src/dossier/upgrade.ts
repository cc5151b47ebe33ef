/** The newest form of a dossier. */
export const dossierVersion = 7;

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

/** All of the data, with customers as they are: what there was before parts of it could be looked at. */
const part = { segment: null, customersBy: null, groups: [], rates: null };

/** Nobody to compare with. */
const sector = { activity: null, turnoverClass: null, vatPercent: '20' };

/** A list of values with each changed; what is none stays as it is, for the schema to refuse. */
const each = (list: unknown, change: (value: Value) => Value): unknown =>
  Array.isArray(list)
    ? list.map((value) => (isValue(value) ? change(value) : (value as unknown)))
    : list;

const isValue = (value: unknown): value is Value => typeof value === 'object' && value !== null;

/** Scenarios whose levers concern every segment. */
const withSegments = (set: unknown): unknown =>
  isValue(set)
    ? {
        ...set,
        scenarios: each(set.scenarios, (scenario) => ({
          ...scenario,
          levers: each(scenario.levers, (lever) => ({ ...lever, segments: [] })),
        })),
      }
    : set;

/** What each version lacks of the one that follows it, from the first. Nothing here ever changes: only lines are added. */
const steps: readonly ((dossier: Value) => Value)[] = [
  (dossier) => ({ ...dossier, frozen: null }),
  (dossier) => ({ ...dossier, report }),
  ({ at, scenarios, ...dossier }) => ({
    ...dossier,
    at: isValue(at) ? { ...at, ...part } : at,
    scenarios: withSegments(scenarios),
  }),
  (dossier) => ({ ...dossier, sector, plan: { targets: [], actions: [] } }),
  // From here on a target of a segment stands beside that of the whole too.
  ({ frozen, ...dossier }) => ({
    ...dossier,
    frozen: isValue(frozen) ? { ...frozen, segment: null, conventions: null } : frozen,
  }),
  // From here on the reading of a list may say what electronic invoices said beside it.
  (dossier) => dossier,
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
