/** What a FEC says of itself. */
export const fec = {
  title: 'Contrôle du FEC',
  balance: 'Débits et crédits',
  isBalanced: 'équilibré',
  isUnbalanced: 'écart : {{amount}}',
  sides: '{{debit}} et {{credit}}',
  period: 'Période',
  openingJournals: 'Journaux d’à-nouveaux',
  none: 'aucun',
  opening: 'Encours à l’ouverture',
  closing: 'Encours à la clôture',
  lettered: 'Part lettrée',
  letteredNone: 'aucun lettrage',
  vatCollected: 'TVA collectée',
  vatDeductible: 'TVA déductible',
} as const;
