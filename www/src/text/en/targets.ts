import type { Texts } from '../texts';

/** What is to be reached, and what is done for it. */
export const targets: Texts['targets'] = {
  tab: 'Targets and plan',
  title: 'Targets',
  none: 'No target is set',
  lead: 'A target is measured on the straight line from where it started to its date. It stays in the dossier: open it with new data to follow progress.',
  finding_one: '{{kept}} target of {{number}} is reached or on track',
  finding_other: '{{kept}} targets of {{number}} are reached or on track',
  kind: 'Target',
  value: 'To reach',
  by: 'By',
  set: 'Set this target',
  replace: 'Replace this target',
  giveUp: 'Remove the target: {{name}}',
  full: 'A plan holds {{number}} targets at most.',
  unset: 'This figure is undefined today: the target could not be followed.',
  isMet: 'Reached already: {{now}} on {{date}}. Choose something more ambitious.',
  isPast: 'This date is not after that of the figures, {{date}}.',
  lessBy: '{{value}} at most, by {{date}}',
  moreBy: '{{value}} to free, by {{date}}',
  now: 'At the date of the figures',
  onTheDay: 'On the day',
  freed: 'Freed',
  start: 'At the start, on {{date}}',
  expected: 'On the line',
  left: 'Left',
  cash: 'In cash',
  way: 'Way gone: {{percent}}',
  undefined: 'This figure is undefined at this date: {{reason}}',
  how: 'Way gone: (start − today) ÷ (start − target). The line goes from the start to the target, in proportion to days. In cash: days left × sales of a day; of the roll-back DSO, receivables less the sales of the days aimed at; of the overdue rate, what has to come in of what is overdue for the rest to have the rate aimed at.',
  howCash: 'Cash freed: days of the accounting DSO lost since the start × sales of a day today.',
};

export const targetKinds: Texts['targetKinds'] = {
  rollBackDso: 'Count-back DSO',
  accountingDso: 'Accounting DSO',
  overduePercent: 'Overdue rate',
  cash: 'Cash freed',
};

export const targetStates: Texts['targetStates'] = {
  reached: 'reached',
  onTrack: 'on track',
  behind: 'behind the line',
  missed: 'missed',
  notSet: 'set after this date',
};

export const actionPlan: Texts['actionPlan'] = {
  title: 'Action plan',
  none: 'The action plan is empty',
  finding_one:
    '{{number}} action in the plan: {{effect}} expected, {{done}} of it from what is done',
  finding_other:
    '{{number}} actions in the plan: {{effect}} expected, {{done}} of it from what is done',
  findingOpen_one: '{{number}} action in the plan: {{effect}} expected',
  findingOpen_other: '{{number}} actions in the plan: {{effect}} expected',
  findingPlain_one: '{{number}} action in the plan',
  findingPlain_other: '{{number}} actions in the plan',
  what: 'Action',
  who: 'Who',
  by: 'By',
  effect: 'Expected effect',
  effectHint: 'cash',
  state: 'State',
  add: 'Add an action',
  example: 'Chase the ten largest late payers',
  whoExample: 'Name or team',
  remove: 'Remove the action: {{name}}',
  full: 'A plan holds {{number}} actions at most.',
  late: 'date passed',
  unnamed: 'Untitled action',
  proposed: 'Proposed from your data',
  proposedLead: 'Each lever tried alone, in its usual form; the effect can be changed.',
  take: 'Add to the plan',
  taken: 'In the plan',
  sum: 'Effects are added up as if each were alone: a scenario with the levers together says what they do together.',
  callTitle: 'Whom to call first',
  callFinding: 'Lateness costs {{cost}} a year; {{name}} makes {{part}} of it',
  callNone: 'No lateness costs anything',
  callAll: 'All customers, by what their lateness costs',
  call: 'Call {{name}}',
  callLine: '{{cost}} a year · {{late}} overdue on average',
  callLineOfDate: '{{cost}} a year · {{late}} overdue at the date',
};

export const actionStates: Texts['actionStates'] = {
  toDo: 'to do',
  underWay: 'under way',
  done: 'done',
  dropped: 'dropped',
};
