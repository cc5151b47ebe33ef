import type { Quartiles } from '../../../engine/pkg/encours';

/** Classes of turnover, by their keys in the data. */
export const turnoverClasses = ['<2M', '2M-10M', '10M-50M', '>50M', '*'] as const;
export type TurnoverClass = (typeof turnoverClasses)[number];

/** The file of quartiles: see its `source`. */
export interface SectorFile {
  source: {
    dataset: string;
    address: string;
    /** The day that it was taken on. */
    date: string;
    note: string;
  };
  /** By code of the NAF rev. 2 without points; `*` for all. */
  activities: Record<string, Activity>;
}

interface Activity {
  fr: string;
  en: string;
  /** By class: first quartile, median and third of customer days, then of supplier days. */
  days: Partial<Record<TurnoverClass, string>>;
}

/** Both quartiles of a class of an activity. */
export interface SectorDays {
  customers: Quartiles;
  suppliers: Quartiles;
}

/** The file, fetched when it is first looked at. */
export const sectorFile = async (): Promise<SectorFile> => (await import('./sectors.json')).default;

/** The class that a turnover, excluding tax, is in. */
export function classOf(turnover: number): TurnoverClass {
  if (turnover < 2e6) return '<2M';
  if (turnover < 10e6) return '2M-10M';
  return turnover < 50e6 ? '10M-50M' : '>50M';
}

/** The class that was chosen, or else that of the sales; all sizes where neither is known. */
export const wantedClassOf = (chosen: string | null, own: TurnoverClass | null): TurnoverClass =>
  turnoverClasses.find((name) => name === chosen) ?? own ?? '*';

/** The class that is compared with: all sizes where too few firms are known of the one wanted. */
export const usedClassOf = (
  file: SectorFile,
  code: string,
  wanted: TurnoverClass,
): TurnoverClass => (daysOf(file, code, wanted) === null ? '*' : wanted);

export const classNames = {
  '<2M': 'small',
  '2M-10M': 'medium',
  '10M-50M': 'large',
  '>50M': 'largest',
  '*': 'all',
} as const satisfies Record<TurnoverClass, string>;

/** The quartiles of a class; `null` where too few of its firms are known. */
export function daysOf(file: SectorFile, code: string, name: TurnoverClass): SectorDays | null {
  const line = file.activities[code]?.days[name]?.split(' ');
  if (line === undefined) return null;
  const [first = '', median = '', third = '', ...suppliers] = line;
  const [ownFirst = '', ownMedian = '', ownThird = ''] = suppliers;
  return {
    customers: { first, median, third },
    suppliers: { first: ownFirst, median: ownMedian, third: ownThird },
  };
}

/** Letters without accents, in lower case. */
const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Sections of the NAF by the first division that follows each. */
const sections: readonly [string, number][] = [
  ['A', 5],
  ['B', 10],
  ['C', 35],
  ['D', 36],
  ['E', 41],
  ['F', 45],
  ['G', 49],
  ['H', 55],
  ['I', 58],
  ['J', 64],
  ['K', 68],
  ['L', 69],
  ['M', 77],
  ['N', 84],
  ['O', 85],
  ['P', 86],
  ['Q', 90],
  ['R', 94],
  ['S', 97],
];

/** What a typed text finds. */
export type Found =
  | { is: 'codes'; codes: string[]; areMore?: boolean }
  /** The code has too few firms: a wider one stands in. */
  | { is: 'wider'; typed: string; code: string }
  | { is: 'unknownCode'; typed: string }
  | { is: 'nothing' };

/** How many are offered at once. */
const mostOffered = 12;

/** Finds activities by a code, as `46.69B`, `4669` or `46`, or by words of their name. */
export function findActivities(file: SectorFile, text: string, language: 'fr' | 'en'): Found {
  const typed = text.trim();
  const code = codeIn(typed);
  if (code !== null) {
    const [, division = '', group = ''] = code;
    return byCode(file, typed, division, group);
  }
  if (/^[A-Sa-s]$/.test(typed) && file.activities[typed.toUpperCase()] !== undefined)
    return { is: 'codes', codes: [typed.toUpperCase()] };
  const words = bare(typed)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const codes = Object.entries(file.activities)
    .filter(([, activity]) => words.every((word) => bare(activity[language]).includes(word)))
    .map(([found]) => found);
  return words.length === 0 || codes.length === 0
    ? { is: 'nothing' }
    : { is: 'codes', codes: codes.slice(0, mostOffered), areMore: codes.length > mostOffered };
}

/** A code, with or without the name of the nomenclature, points and letter: `NAF 46.69B`, `4669`, `1.11Z`. */
function codeIn(typed: string): RegExpExecArray | null {
  const bare = typed.replace(/^(?:naf|ape|nace)\s*/i, '').replace(/[\s.-]/g, '');
  const own = /^\d\.\d/.test(typed) ? `0${bare}` : bare;
  return /^(\d{2})(\d?)\d?[A-Za-z]?$/.exec(own);
}

function byCode(file: SectorFile, typed: string, division: string, group: string): Found {
  const is = (code: string): boolean => file.activities[code] !== undefined;
  const own = division + group;
  const section = sections.find(([, end]) => Number(division) < end)?.[0] ?? '';
  const isDivision = Number(division) >= 1 && section !== '';
  if (is(own)) {
    const within =
      group === '' ? Object.keys(file.activities).filter((code) => code.startsWith(own)) : [own];
    return { is: 'codes', codes: within.sort().slice(0, mostOffered) };
  }
  const wider = [division, section].find(is);
  return wider === undefined || !isDivision
    ? { is: 'unknownCode', typed }
    : { is: 'wider', typed, code: wider };
}

/** A code as it is written: 46.6. */
export const codeText = (code: string): string =>
  code.length === 3 ? `${code.slice(0, 2)}.${code.slice(2)}` : code === '*' ? '' : code;
