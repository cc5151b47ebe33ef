/** The third step: levers and what they bring. */
export const scenario = {
  aged: 'Un scénario part de ventes mois par mois ou de factures : une balance âgée n’en a pas. Donnez une série mensuelle, une liste de factures ou un FEC.',
  intro: 'Réglage d’exemple à l’arrivée : bougez les curseurs, tout se recalcule.',
  undo: 'Annuler',
  redo: 'Rétablir',
  reset: 'Réinitialiser',
  undoKeys: 'Ctrl + Z',
  redoKeys: 'Ctrl + Maj + Z',

  terms: 'Délais raccourcis',
  termsHow: 'Chaque client garde son retard habituel au-delà de la nouvelle échéance.',
  termsShare: 'Part des ventes concernée',
  termsRule: 'Règle',
  ruleMinus: 'jours de moins qu’aujourd’hui',
  ruleCap: 'plafond en jours après facture',
  termsMinusDays: 'Jours en moins',
  termsCapDays: 'Plafond',
  termsCurrent: 'Délai convenu aujourd’hui',
  termsCurrentHint: 'Une série mensuelle ne connaît pas les échéances : le plafond s’y compare.',
  discount: 'Escompte',
  discountHow: 'Remise aux clients qui paient avant une date courte.',
  discountPercent: 'Taux de l’escompte',
  discountWithin: 'Paiement sous',
  discountTakeUp: 'Part des ventes qui en profite',
  rate: 'Coût de l’argent',
  rateHint: 'Taux annuel d’un découvert, d’un emprunt ou du placement.',
  active: 'levier actif',
  daysUnit: 'jours',

  results: 'Résultat du scénario',
  dsoAfter: 'DSO par épuisement',
  dsoFrom: 'contre {{days}} aujourd’hui',
  cash: 'Trésorerie libérée',
  cashAt: 'au {{date}}',
  cashAverage: 'en moyenne sur {{months}} fins de mois : {{amount}}',
  net: 'Gain net annuel',
  netSum: 'gain financier {{gain}} − coût {{cost}}',
  announce:
    'DSO par épuisement : {{dso}}. Trésorerie libérée : {{cash}}. Gain net annuel : {{net}}.',
  impossible: 'Ce scénario ne peut pas être calculé.',

  beforeAfter: 'Avant et après',
  figure: 'Mesure',
  before: 'Avant',
  after: 'Après',
  change: 'Écart',
  perLever: 'Chaque levier seul',
  lever: 'Levier',
  cashColumn: 'Trésorerie libérée',
  costColumn: 'Coût par an',
  gainColumn: 'Gain financier par an',
  netColumn: 'Gain net par an',
  together: 'Ensemble',
  noLever: 'Activez un levier pour voir son effet.',

  discountTitle: 'Que vaut cet escompte ?',
  discountNoGain:
    'Vos clients paient déjà en {{observed}} : payer sous {{within}} n’apporte aucun jour.',
  discountDays: 'Vos clients paient en {{observed}} ; avec l’escompte, en {{within}}.',
  simple: 'Coût annualisé simple',
  compound: 'Coût annualisé composé',
  breakEven: 'Escompte à l’équilibre',
  breakEvenHow: 'au-delà, il coûte plus qu’il ne rapporte',
  costWithoutGain: 'Coût sans contrepartie',
  costWithoutGainHow: 'accordé à ceux qui paient déjà à temps',
  discountWorth:
    'À {{percent}}, l’escompte rapporte plus qu’il ne coûte : l’équilibre est à {{breakEven}}.',
  discountNotWorth:
    'À {{percent}}, l’escompte coûte plus qu’il ne rapporte : l’équilibre est à {{breakEven}}.',

  chartDown: 'L’encours serait plus bas de {{amount}} en moyenne sur {{months}} fins de mois',
  chartUp: 'L’encours serait plus haut de {{amount}} en moyenne sur {{months}} fins de mois',
  chartSame: 'L’encours ne change pas',
  chartAlt:
    'Encours clients à chaque fin de mois, avant et après ; période : {{first}} – {{last}}.',
  chartUnit: 'Encours clients',

  assumptions: 'Ce que suppose ce calcul',
  assumeReplay:
    'Chaque facture est rejouée sous les leviers, à ses propres dates ; les deux DSO sont recalculés sur l’encours obtenu.',
  assumeRollBack:
    'Série mensuelle : chaque montant est supposé payé un même nombre de jours après facture, celui du DSO par épuisement, et les ventes réparties également dans le mois.',
  assumeOpen:
    'Factures ouvertes : {{movable}} sont supposés payés avec le retard habituel ({{days}}) ; {{left}} le dépassent déjà et restent ouverts quels que soient les leviers.',
  assumeTax: 'Le coût de l’escompte est compté sur les montants TTC.',
  assumeGain: 'Gain financier : trésorerie libérée moyenne × coût de l’argent.',
  assumeSteady:
    'Régime établi : les leviers sont supposés en place depuis le début de l’historique.',
} as const;
