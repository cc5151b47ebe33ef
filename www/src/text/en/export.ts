import type { Texts } from '../texts';

export const exports: Texts['exports'] = {
  menu: 'Export',
  text: 'Text for an e-mail',
  textHint: 'copied, ready to paste',
  copied: 'Copied',
  months: 'Months',
  customers: 'Customers',
  scenariosTable: 'Scenarios',
  csvHint: 'CSV table, every digit',
  json: 'JSON data',
  jsonHint: 'every figure, as computed',
  failed: 'The export could not be prepared. Try again.',
  of: '{{title}}, on {{date}}',
  line: '{{name}}: {{value}}',
  scenarios: 'Scenarios, financing at {{rate}}:',
  scenario:
    '- {{name}}: DSO {{dso}}, {{cash}} released on {{date}} ({{average}} on average), net gain {{net}} a year',
  scenarioColumn: 'Scenario',
  made: 'Computed with Encours, without sending any data.',
};
