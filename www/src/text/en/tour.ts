import type { Texts } from '../texts';

export const tour: Texts['tour'] = {
  title: 'Guided tour',
  place: 'Step {{step}} of {{number}}',
  on: 'Next',
  back: 'Back',
  end: 'Finish',
  leave: 'Leave the tour',
  sentence:
    'What matters in a sentence: how many days of sales your customers owe you, whether that is more than before, and who carries the lateness.',
  gap: 'Two methods give two DSOs. This link says why they differ, and which one to quote.',
  split:
    'What the DSO owes to agreed terms, lateness and disputes, month by month. The arrow keys go from one month to the next.',
  customers:
    'The customers that weigh most. A click on a name shows its invoices, its lateness and what it costs.',
  actions:
    'Three actions, what they free and bring on these invoices. “Simulate” opens the workbench, where everything is set.',
};
