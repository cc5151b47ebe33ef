import type { Texts } from '../texts';

export const fec: Texts['fec'] = {
  title: 'Check of the FEC',
  balance: 'Debits and credits',
  isBalanced: 'balanced',
  isUnbalanced: 'difference: {{amount}}',
  sides: '{{debit}} and {{credit}}',
  period: 'Period',
  openingJournals: 'Opening journals',
  none: 'none',
  opening: 'Receivables at opening',
  closing: 'Receivables at closing',
  lettered: 'Share lettered',
  letteredNone: 'no lettering',
  vatCollected: 'VAT charged',
  vatDeductible: 'VAT deductible',
};
