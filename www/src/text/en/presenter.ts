/** What slides say to a room. */
export const presenter = {
  present: 'Present',
  leave: 'Leave the presentation',
  slides: 'Slides',
  place: '{{number}} of {{count}}',
  preparing: 'Preparing…',
  showNames: 'Show names',
  hideNames: 'Hide names',
  changed: 'DSO: {{change}}',
  changeFromTo: 'What leads from {{before}} to {{after}}',
  changeUnit: 'Count-back DSO, in days',
  salesADay: 'Sales a day',
  salesTaken: 'Months that receivables stand for',
  share: 'Share of receivables',
  ofNet: '{{amount}}; other customers in credit bring receivables down to {{total}}',
  ofTotal: '{{amount}} of {{total}}',
  shareNote: 'Share of the largest balances in all receivables, at the as-of date.',
  half: 'Half of what is overdue lies with',
  halfNote: 'The fewest customers who together carry half of what is overdue.',
  customersUnit_one: 'customer',
  customersUnit_other: 'customers',
  live: '{{action}}: {{cash}} freed',
  liveDays_one: '{{days}} day less lateness frees {{cash}}',
  liveDays_other: '{{days}} days less lateness free {{cash}}',
  liveNothing: 'At this setting, nothing is freed',
  chain: '{{average}} × {{rate}} − {{cost}} of cost',
  financed: 'financed at {{rate}}, after costs',
} as const;

/** What each slide is called. */
export const slideNames = {
  situation: 'Situation',
  causes: 'Causes',
  customers: 'Customers',
  scenarios: 'Scenarios',
  decision: 'Decision',
} as const;

/** What a deck says beside its slides. */
export const deck = {
  name: 'PowerPoint presentation',
  hint: 'editable charts, notes, names hidden',
  hintNames: 'editable charts, notes, names shown',
  file: 'presentation',
  figure: '{{name}}: {{value}}. {{note}}',
  wasBefore: '{{before}} → {{after}}',
  measured: 'Chart: {{title}} ({{unit}}).',
  conventionsDate: 'Convention: as of {{date}}.',
  conventions:
    'Conventions: as of {{date}}, accounting DSO over {{days}}, financed at {{rate}} a year.',
} as const;
