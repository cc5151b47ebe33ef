import type { Action, Goal, IdleReason, Parameter } from '../../engine/pkg/encours';

export const leverNames = {
  terms: 'Délais raccourcis',
  earlyPaymentDiscount: 'Escompte',
  dynamicDiscounting: 'Paiement à la demande',
  retentionBond: 'Caution de retenue de garantie',
  creditLimits: 'Limites de crédit',
  deposit: 'Acompte',
  fasterInvoicing: 'Facturation plus rapide',
  directDebit: 'Prélèvement ou carte',
  reminders: 'Relance',
  disputes: 'Litiges',
  instalmentPlan: 'Échéancier',
  creditInsurance: 'Assurance-crédit',
  factoring: 'Affacturage',
  payables: 'Crédit fournisseurs',
  inventory: 'Stocks',
} as const satisfies Record<Action['lever'], string>;

/** What a lever does, in a sentence. */
export const leverLeads = {
  terms: 'Chaque client garde son retard habituel au-delà de la nouvelle échéance.',
  earlyPaymentDiscount: 'Remise aux clients qui paient avant une date courte.',
  dynamicDiscounting:
    'Escompte dynamique ou affacturage inversé : payé quand vous le demandez, à un taux annuel sur les jours gagnés.',
  retentionBond:
    'Une banque se porte caution de ce que vos clients retiennent : ils le règlent avec le reste.',
  creditLimits: 'Au-delà de la limite d’un client, on ne lui vend plus, et la marge est perdue.',
  deposit: 'Une part est réglée à la commande : elle n’entre jamais dans l’encours.',
  fasterInvoicing:
    'Les factures partent plus tôt après la livraison ; échéance et règlement avancent d’autant.',
  directDebit: 'Ce qui était payé en retard l’est à l’échéance, contre une commission sur le tout.',
  reminders: 'Ce qui est payé en retard l’est moins ; rien n’est payé avant l’échéance.',
  disputes: 'Une part des litiges est réglée, le temps de les traiter, comme le reste.',
  instalmentPlan: 'L’échu ancien est réglé en parts égales, tous les trente jours.',
  creditInsurance:
    'Une prime sur les ventes assurables, contre une part des pertes hors litiges. Une protection, non de la trésorerie.',
  factoring:
    'Une part de l’encours non litigieux est cédée contre une avance : le DSO publié baisse, le DSO économique ne bouge pas.',
  payables: 'Les fournisseurs sont payés plus tard, d’un commun accord.',
  inventory: 'Moins de jours de stock, dans la limite de ce qui existe.',
} as const satisfies Record<Action['lever'], string>;

/** Who or what the share of a lever is a share of. */
export const leverShares = {
  terms: 'Part des ventes concernée',
  earlyPaymentDiscount: 'Part des ventes qui en profite',
  dynamicDiscounting: 'Part des ventes concernée',
  retentionBond: 'Part des retenues cautionnée',
  creditLimits: 'Part des ventes concernée',
  deposit: 'Part des ventes concernée',
  fasterInvoicing: 'Part des ventes concernée',
  directDebit: 'Part des ventes concernée',
  reminders: 'Part des ventes relancée',
  disputes: 'Part des litiges réglée',
  instalmentPlan: 'Part de l’échu concernée',
  creditInsurance: 'Part des ventes assurée',
  factoring: 'Part de l’encours cédée',
  payables: 'Part des achats concernée',
  inventory: 'Part des stocks concernée',
} as const satisfies Record<Action['lever'], string>;

/** Days of a lever that counts some. */
export const leverDays = {
  terms: 'Jours en moins',
  fasterInvoicing: 'Jours gagnés',
  reminders: 'Jours de retard en moins',
  payables: 'Jours en plus',
  inventory: 'Jours de stock en moins',
} as const;

/** Days after which a lever starts. */
export const leverAfter = {
  disputes: 'Délai de traitement',
  instalmentPlan: 'Début, après l’échéance',
} as const;

/** The numbers of levers, where a lever has no name of its own for them above. */
export const leverNumbers = {
  days: 'Jours',
  afterDays: 'Après',
  yearlyCost: 'Coût par an',
  discountPercent: 'Taux de l’escompte',
  withinDays: 'Paiement sous',
  earlyPayersPercent: 'Déjà rapides qui le prennent aussi',
  depositPercent: 'Acompte',
  shrinkPercent: 'Retard supprimé',
  instalments: 'Nombre d’échéances',
  premiumPerMille: 'Prime sur les ventes',
  coveredPercent: 'Part de la perte couverte',
  lossPercent: 'Perte, en part des ventes',
  advancePercent: 'Avance',
  feePercent: 'Commission',
  interestPercent: 'Intérêts sur l’avance, par an',
  ratePercent: 'Taux annuel',
  customerLimit: 'Limite par client',
  marginPercent: 'Marge sur ces ventes',
  leadDays: 'De la commande à la facture',
  deductible: 'Franchise annuelle',
  maximum: 'Indemnité maximale par an',
  minimumFee: 'Commission minimale par an',
} as const satisfies Record<Exclude<Parameter, 'sharePercent'>, string>;

export const numberUnits = {
  percent: '%',
  perMille: '‰',
  days: 'jours',
  count: '',
  amount: '',
} as const;

export const termsRules = {
  minus: 'jours de moins qu’aujourd’hui',
  cap: 'plafond en jours après facture',
  legal: 'plafond légal',
} as const;

/** Scenarios to start from. */
export const presets = {
  own: 'Scénario {{number}}',
  legalCap: 'Plafond légal',
  discount: 'Escompte à 10 jours',
  reminders: 'Relance renforcée',
  noDispute: 'Litiges réglés plus vite',
  deposit: 'Acompte 30 %',
  factoring: 'Affacturage',
} as const;

/** What a goal asks for. */
export const goals = {
  accountingDso: 'DSO comptable au plus',
  rollBackDso: 'DSO par épuisement au plus',
  cashReleased: 'Trésorerie libérée au moins',
  netYearlyGain: 'Gain net annuel au moins',
} as const satisfies Record<Goal, string>;

/** Why a lever is suggested, in its own numbers. */
export const suggestionReasons = {
  terms:
    '{{percent}} des ventes ({{amount}} par an) sont à un délai plus long que le plafond : les y ramener ôte {{dso}} au DSO comptable.',
  earlyPaymentDiscount:
    'Vos clients paient en {{observed}}. Payer sous {{withinDays}} vaut au plus {{breakEven}} d’escompte ; {{percent}} des ventes sont réglées plus tard, et pourraient prendre celui de {{discountPercent}}.',
  dynamicDiscounting:
    '{{percent}} des ventes ({{amount}} par an) sont réglées plus tard que sous {{withinDays}} : payées à la demande, à {{ratePercent}} par an.',
  retentionBond:
    '{{percent}} des ventes ({{amount}} par an) sont retenues un an : une caution à {{ratePercent}} par an les fait régler sous {{withinDays}}.',
  creditLimits: 'Arrêter les ventes au-delà de {{customerLimit}} par client libère {{cash}}.',
  deposit:
    'Un acompte de {{depositPercent}} sur {{sharePercent}} des ventes ne reste jamais dans l’encours : {{dso}} de DSO comptable en moins.',
  fasterInvoicing:
    'Facturer {{days}} plus tôt ôte {{dso}} au DSO comptable ; un jour de ventes, c’est {{day}}.',
  directDebit:
    '{{percent}} des ventes ({{amount}} par an) sont payées en retard : prélevées à l’échéance, pour {{sharePercent}} d’entre elles, {{dso}} de DSO comptable en moins.',
  reminders:
    '{{percent}} des ventes ({{amount}} par an) sont payées en retard : en réduire le retard de {{shrinkPercent}} ôte {{dso}} au DSO comptable.',
  disputes:
    '{{percent}} de l’encours est en litige, soit {{amount}} : en régler la moitié ôte {{dso}} au DSO comptable.',
  instalmentPlan:
    '{{percent}} des ventes ({{amount}} par an) dépassent l’échéance de plus de {{afterDays}} : les étaler en {{instalments}} échéances.',
  creditInsurance:
    'La perte observée est de {{loss}} des ventes : l’assurance en couvre {{coveredPercent}} pour {{premiumPerMille}} de prime.',
  factoring:
    'Céder {{sharePercent}} de l’encours avance {{cash}} tout de suite, pour {{cost}} par an.',
  payables: '{{days}} de plus chez les fournisseurs libèrent {{cash}}.',
  inventory: '{{days}} de stock en moins libèrent {{cash}}.',
} as const satisfies Record<Action['lever'], string>;

/** What a lever does, as something to do. */
export const actionTitles = {
  legal: 'Ramener les délais au plafond légal',
  cap: 'Plafonner les délais à {{days}}',
  terms: 'Raccourcir les délais de {{days}}',
  earlyPaymentDiscount: 'Offrir {{discountPercent}} d’escompte sous {{withinDays}}',
  dynamicDiscounting: 'Payer à la demande, à {{ratePercent}} par an',
  retentionBond: 'Remplacer les retenues de garantie par une caution',
  creditLimits: 'Plafonner l’encours à {{customerLimit}} par client',
  deposit: 'Demander {{depositPercent}} d’acompte à la commande',
  fasterInvoicing: 'Facturer {{days}} plus tôt',
  directDebit: 'Passer {{sharePercent}} des ventes au prélèvement',
  reminders: 'Relancer plus tôt : {{shrinkPercent}} de retard en moins',
  disputes: 'Solder {{sharePercent}} des litiges sous {{afterDays}}',
  instalmentPlan: 'Étaler les retards en {{instalments}} échéances',
  creditInsurance: 'Assurer {{coveredPercent}} de l’encours',
  factoring: 'Céder {{sharePercent}} des factures à un factor',
  payables: 'Payer les fournisseurs {{days}} plus tard',
  inventory: 'Réduire les stocks de {{days}}',
} as const satisfies Record<Action['lever'] | 'legal' | 'cap', string>;

/** Why a lever moves nothing on this data. */
export const idle = {
  noLongerTerms: 'Aucune facture n’a un délai plus long.',
  nothingLate: 'Aucune facture n’est payée en retard.',
  unknownDisputes: 'Vos données ne disent rien des litiges.',
  noDisputes: 'Aucune facture n’est en litige.',
  nothingToMove: 'Rien à déplacer sur ces données.',
} as const satisfies Record<IdleReason | 'unknownDisputes', string>;

/** The same, with the days from which on it would act. */
export const idleFrom = {
  noLongerTerms: 'Aucune facture n’a un délai plus long ; le plafond agit sous {{days}}.',
  oneTerm: 'Le délai retenu pour toutes les ventes est de {{days}} ; le plafond agit en dessous.',
  nothingLate:
    'Aucune facture n’est payée si tard ; le levier n’agit qu’en dessous de {{days}} de retard.',
  noDisputes: 'Aucun litige ne dure si longtemps ; le levier agit sous {{days}}.',
  nothingToMove: 'Tout est déjà payé plus tôt ; le levier agit sous {{days}}.',
} as const satisfies Record<IdleReason | 'oneTerm', string>;
