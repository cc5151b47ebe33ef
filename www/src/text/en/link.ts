import type { Texts } from '../texts';

export const link: Texts['link'] = {
  copy: 'Copy a link',
  copyHint: 'levers and totals by month, no names',
  title: 'What the link contains',
  scenarios_one: '{{number}} scenario, with its levers and their cost',
  scenarios_other: '{{number}} scenarios, with their levers and their cost',
  noScenario: 'no scenario: no lever is on',
  months: 'the totals by month, from {{from}} to {{to}}',
  settings: 'the conventions, the balances typed and the cost of money',
  noNames: 'no name of a customer, a scenario or a file, no invoice',
  left_one: '{{number}} lever stays behind: it concerns some customers or invoices',
  left_other: '{{number}} levers stay behind: they concern some customers or invoices',
  nothingSent: 'All of it is in the address, after the “#”: nothing is sent to a server.',
  replay:
    'For whoever opens it, scenarios are estimated on these totals, not replayed on your invoices. The DSO of today is the same.',
  seen: 'The scenarios, here and for whoever opens the link',
  freed: 'Cash freed',
  here: 'here',
  there: 'with the link',
  notThere: 'no figure',
  make: 'Copy the link',
  copied: 'Link copied',
  refused: 'The clipboard is out of reach: copy the address below.',
  address: 'Address',
  file: 'Give the file',
  tooLong:
    'The address would have {{letters}} characters, more than mail programs take: give the file instead.',
  insideMonth:
    'A link holds whole months, and these figures are of a day within one: give the file, or choose a month-end.',
  fromFile: 'This page was opened from a file: the link will work on this computer only.',
  reading: 'Read-only link: totals by month, no customer names, no invoices. Nothing is kept.',
  readOnly: 'Read-only: take the scenarios of the link over to change them.',
  told: 'Where it was sent from, invoices replayed one by one, this scenario frees {{cash}} and earns {{net}} a year; estimated here on the totals by month: {{here}}.',
  takeOver_one: 'Go on with this scenario',
  takeOver_other: 'Go on with these scenarios',
};
