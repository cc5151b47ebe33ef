import type { Texts } from '../texts';

export const plan: Texts['plan'] = {
  tab: 'Planned and actual',
  freeze: 'Freeze at {{date}}',
  frozenAt: 'frozen',
  waits:
    'The figures of {{date}} are frozen. Give the export of a later date: what came true will be compared with the plan here.',
  otherPart: 'Frozen: {{frozen}}. Shown: {{now}}. These figures do not compare.',
  otherConventions: 'Conventions are no more those of {{date}}: these DSO do not compare.',
  comeBack: 'Back to the part and the conventions of {{date}}',
  whole: 'all of the data',
  differs:
    'The frozen figures are in {{frozen}}, the new data in {{now}}: they cannot be compared.',
  undefined: 'The DSO is not defined at both dates: only the amounts can be compared.',
  title: {
    reached: 'The plan is met: a DSO of {{after}}, where {{planned}} were planned',
    missed: '{{days}} short of the plan: a DSO of {{after}}, where {{planned}} were planned',
    less: 'The DSO is {{days}} shorter than on {{date}}',
    more: 'The DSO is {{days}} longer than on {{date}}',
    none: 'The DSO is the same as on {{date}}',
  },
  against: 'Plan “{{name}}”, frozen at {{date}}',
  measure: 'Measure',
  before: 'On {{date}}',
  planned: 'Planned',
  actual: 'On {{date}}, actual',
  gap: 'Gap to the plan',
  change: 'Change',
  rollBack: 'Roll-back DSO, in days',
  accounting: 'Accounting DSO, in days',
  receivables: 'Receivables',
  cash: 'Cash released by payments',
  cashHow:
    'Actual cash: (effect of the pace of sales − change of the accounting DSO) × value of a day of sales on {{date}}. What comes from higher or lower sales is not in it. That of the plan is what was promised, at the sales of then.',
  causesTitle: 'Where the gaps come from',
  causesLead: 'Accounting DSO, in days',
  step: 'From {{date}} to the plan',
  stepGap: 'From the plan to the actual',
  stepActual: 'From {{from}} to {{to}}',
  start: 'Start',
  end: 'End',
  leversOf: 'Levers of the plan: {{levers}}',
  leversElse:
    'These levers cannot be told apart in the new data: {{levers}}. Their effect is in the lines above.',
  causesHow:
    'As for the change of the DSO: each part counts at the mean pace of sales of both dates, and the parts add up to the gap. Each column has its start and its end: the second takes up where the first ends.',
};
