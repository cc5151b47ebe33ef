import type { Texts } from '../texts';

export const rejected: Texts['rejected'] = {
  title: 'Rejected rows',
  intro: 'As they are written in the file. Correct them, then give the file again.',
  count: 'Rejected rows: {{number}}.',
  kept: 'Only the first {{kept}} are kept here, of {{number}} rejected.',
  download: 'Download as CSV',
  downloadOf: 'Download as CSV: {{name}}',
  line: 'Line',
  file: 'File',
  reason: 'Reason',
  column: 'Column at fault',
  fileName: 'rejected-rows',
  unavailable: 'This list could not be shown. Reload the page and give the data again.',
};

export const reasons: Texts['reasons'] = {
  'invalid-date': 'unreadable date',
  'invalid-month': 'unreadable month',
  'invalid-amount': 'unreadable amount',
  'amount-too-large': 'amount too large',
  'missing-value': 'empty cell',
  'ragged-row': 'too many cells',
  'short-row': 'row cut short',
  'other-delimiter': 'another delimiter',
  'invalid-account': 'account not read',
  'duplicate-month': 'month already read',
  'invalid-direction': 'unreadable direction',
};
