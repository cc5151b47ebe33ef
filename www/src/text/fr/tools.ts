/** What needs no data. */
export const tools = {
  discount: 'Escompte pour paiement anticipé',
  discountLead:
    'La formule « 2/10 net 30 » : 2 % de remise à qui paie sous 10 jours, au lieu de 30 jours nets.',
  discountNoDays: 'Payer plus tôt ne fait gagner aucun jour.',
  withinDays: 'Payé avec l’escompte sous',
  netDays: 'Payé sinon à',
} as const;
