import type { Texts } from '../texts';

/** Where the firm stands among those of its activity. */
export const benchmark: Texts['benchmark'] = {
  tab: 'Sector',
  title: 'Against the sector',
  finding: {
    first: 'At {{days}}, your customers pay sooner than those of three firms in four of the sector',
    second: 'At {{days}}, you are below the median of the sector, {{median}}',
    third: 'At {{days}}, you are above the median of the sector, {{median}}',
    fourth: 'At {{days}}, three firms in four of the sector are paid sooner',
  },
  choose: 'Choose an activity to compare with',
  activity: 'Activity (NAF/NACE code or words)',
  activityExample: '46.69B, wholesale, consultancy…',
  activityNone: 'No activity matches “{{text}}”.',
  activityUnknown:
    'The code {{code}} is not in NAF rev. 2 (NACE rev. 2), or too few of its firms are known.',
  activityWider: 'Of {{code}} too few firms are known: the comparison is with {{name}}.',
  chosen: 'Compared with',
  change: 'Change the activity',
  turnoverClass: 'Turnover class',
  classOwn: 'By your sales: {{name}}',
  classMissing:
    'Of this activity, too few firms of the class {{name}} are known: all sizes are taken.',
  classes: {
    small: 'below €2m',
    medium: '€2m to €10m',
    large: '€10m to €50m',
    largest: 'above €50m',
    all: 'all sizes',
  },
  vat: 'VAT on sales',
  vatHint: 'To bring sales including tax to sales without.',
  customers: 'Customer days',
  suppliers: 'Supplier days',
  own: 'You',
  first: 'First quartile',
  median: 'Median',
  third: 'Third quartile',
  measure: 'Days',
  strip:
    '{{name}}: you {{own}}; first quartile {{first}}, median {{median}}, third quartile {{third}}',
  quarter: {
    first: 'the shortest quarter',
    second: 'below the median',
    third: 'above the median',
    fourth: 'the longest quarter',
  },
  place: 'Position',
  toMedian: 'Reaching the median would free {{amount}} ({{days}} less).',
  toFirst: 'Reaching the first quartile would free {{amount}} ({{days}} less).',
  atFirst: 'You are below the first quartile already: there is nothing to catch up.',
  aim: 'Make it a target',
  bridgeTitle: 'Why this is not the DSO of the dashboard',
  bridgeLead: 'From the accounting DSO to the days of published accounts',
  bridgeDso: 'Accounting DSO',
  bridgeWindow: 'Sales of twelve months, closing receivables',
  bridgeYear: 'Year of 360 days',
  bridgeTax: 'Sales without tax',
  bridgeDays: 'Customer days of published accounts',
  months_one: 'Your data covers {{number}} month: it counts for 30 days.',
  months_other: 'Your data covers {{number}} months: they count for 30 days each.',
  how: 'Customer days: receivables including tax {{balance}} ÷ sales without tax {{flow}} × {{days}} days.',
  howVat: 'Sales brought to amounts without tax at {{percent}} of VAT.',
  howBooks: 'Sales without tax: those of your data.',
  howSuppliers:
    'Supplier days: payables including tax {{balance}} ÷ purchases without tax {{flow}} × {{days}} days.',
  sourceTitle: 'Where these figures come from',
  source:
    'Dataset “{{dataset}}” of data.economie.gouv.fr: annual accounts filed with the INPI, ratios of the Banque de France, taken on {{date}}.',
  doubts:
    'Worth knowing: each class is of its newest financial year, without saying which, nor of how many firms; the exact formula and the year of 360 days are the usual ones, not checked at the source. Receivables in accounts include VAT and turnover does not: these days are longer than a DSO on sales including tax.',
};
