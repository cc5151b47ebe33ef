import type { Texts } from '../texts';

export const palette: Texts['palette'] = {
  title: 'Go to, find, do',
  search: 'View, analysis, customer, action…',
  escape: 'Esc',
  shift: 'Shift',
  none: 'Nothing by that name.',
  results_one: '{{number}} result',
  results_other: '{{number}} results',
  view: 'View',
  customer: 'Customer, {{amount}}',
  scenario: 'Scenario',
  sample: 'Example',
  sampleInvoices: 'Example of a wholesaler, 600 invoices',
  sampleSeries: 'Example of a manufacturer, 24 months',
  help: 'Help',
  display: 'Display',
  shortcuts: 'Shortcuts',
  shortcutsTitle: 'Keyboard shortcuts',
  whileTyping: 'A single key does nothing while you type in a field.',
};

export const shortcutNames: Texts['shortcutNames'] = {
  palette: 'Go to, find, do',
  save: 'Save the file',
  open: 'Open a file',
  undo: 'Undo',
  redo: 'Redo, in the scenarios',
  data: 'Data',
  dashboard: 'Dashboard',
  analyses: 'Analyses',
  scenarios: 'Scenarios',
  report: 'Report',
  present: 'Present',
  shortcuts: 'This list',
};
