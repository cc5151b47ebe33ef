import type { CalculatorRequest, Side } from '../../engine/pkg/encours';

/** Textbook calculators. */
export const calculators = {
  lead: 'Les calculs de manuel, sur des nombres que vous saisissez ; vos données n’y entrent pas. Chacun s’ouvre sur un exemple.',
  reset: 'Revenir à l’exemple',
  rowName: 'Poste',
  side: 'Sens',
  add: 'Ajouter un poste',
  remove: 'Retirer',
  removeRow: 'Retirer {{name}}',
  unnamed: 'Ligne {{number}}',
  addPart: 'Ajouter une échéance',
  noWhole: 'Les parts des ventes font {{percent}} au lieu de 100 %.',
  aside: 'D’autres façons de saisir un poste',
  undefined: 'Non défini avec ces nombres.',
} as const;

export const calculatorNames = {
  structuralWorkingCapital: 'BFR normatif',
  operatingCycle: 'Cycle d’exploitation',
  creditPolicy: 'Politique de crédit',
  factoring: 'Affacturage',
  creditInsurance: 'Assurance-crédit',
} as const satisfies Record<CalculatorRequest['calculator'], string>;

export const calculatorLeads = {
  structuralWorkingCapital:
    'Temps d’écoulement de chaque poste × son coefficient de structure, en jours de chiffre d’affaires HT.',
  operatingCycle: 'Chaque solde rapporté au flux annuel qui le renouvelle, étape par étape.',
  creditPolicy:
    'Ce qu’un changement de conditions rapporte : marge sur les ventes gagnées, moins le coût de l’encours, des impayés et des remises.',
  factoring: 'Le coût annuel d’un affacturage face au recouvrement par ses propres moyens.',
  creditInsurance: 'Ce qu’un impayé coûte, et ce que l’assurance en reprend.',
} as const satisfies Record<CalculatorRequest['calculator'], string>;

/** Headings over fields that belong together. */
export const calculatorGroups = {
  year: 'Année',
  items: 'Postes',
  flows: 'Par le flux annuel',
  knownDays: 'En jours de chiffre d’affaires',
  seasonal: 'Activité saisonnière',
  before: 'Politique actuelle',
  after: 'Politique envisagée',
  general: 'Coûts et rendement',
  today: 'Par ses propres moyens',
  factor: 'Avec le factor',
  insurance: 'Assurance',
} as const;

/** What the groups behind a disclosure are for. */
export const calculatorHints = {
  flows: 'Le flux annuel HT que le poste renouvelle : le coefficient s’en déduit.',
  knownDays:
    'Un poste dont les jours de chiffre d’affaires sont connus : sa durée d’écoulement s’en déduit ; avec un coefficient de 1, le BFR entier.',
  seasonal:
    'Le poste porte sur les flux de ses derniers mois, et non sur la moyenne de l’année : donnez-les du plus récent au plus ancien, séparés par « ; ». Un mois compte 30 jours.',
} as const satisfies Partial<Record<keyof typeof calculatorGroups, string>>;

export const calculatorFields = {
  sales: 'Ventes annuelles',
  salesExclTax: 'CA annuel HT',
  creditSales: 'Ventes à crédit',
  yearDays: 'Jours de l’année',
  days: 'Écoulement (j)',
  coefficient: 'Coefficient',
  vatPercent: 'TVA (%)',
  opening: 'Ouverture',
  closing: 'Clôture',
  flow: 'Flux annuel',
  flowPercent: 'Part du flux (%)',
  flowExclTax: 'Flux annuel HT',
  knownDays: 'Jours de CA',
  months: 'Flux des mois',
  divideBy: 'Divisé par',
  partPercent: 'Part des ventes (%)',
  collectedAfter: 'Réglée après (j)',
  collectionDays: 'Délai de règlement',
  badDebtPercent: 'Impayés',
  discountPercent: 'Escompte',
  takeUpPercent: 'Ventes qui en profitent',
  yearlyCost: 'Coût de gestion annuel',
  variableCostPercent: 'Coûts variables',
  returnPercent: 'Rendement exigé',
  financePercent: 'Coût du financement',
  ledgerCost: 'Gestion du poste clients',
  feePercent: 'Commission d’affacturage',
  advancePercent: 'Part avancée',
  advanceRatePercent: 'Intérêt sur l’avance',
  restFinancePercent: 'Financement du reste',
  marginPercent: 'Marge',
  loss: 'Impayé subi',
  defaultPercent: 'Pertes attendues',
  coverPercent: 'Quotité garantie',
  premiumPerMille: 'Prime',
} as const;

export const calculatorChoiceNames = {
  investment: 'Encours valorisé',
  feeKeptBack: 'Commission retenue sur l’avance',
} as const;

export const calculatorChoices = {
  investment: {
    variableCost: 'au coût variable',
    price: 'au prix de vente',
    gainedAtVariableCost: 'au prix, ventes gagnées au coût variable',
  },
  feeKeptBack: { no: 'non', yes: 'oui' },
} as const satisfies Record<keyof typeof calculatorChoiceNames, Record<string, string>>;

/** Lines of the examples. */
export const calculatorRows = {
  goods: 'Marchandises',
  materials: 'Matières premières',
  finishedGoods: 'Produits finis',
  customers: 'Clients',
  deductibleVat: 'TVA déductible',
  suppliers: 'Fournisseurs',
  collectedVat: 'TVA collectée',
  wages: 'Salaires',
} as const;

export const calculatorSides = {
  need: 'besoin',
  resource: 'ressource',
} as const satisfies Record<Side, string>;

export const calculatorResults = {
  requirement: 'BFR normatif',
  requirementDays: 'En jours de CA HT',
  needDays: 'Besoins',
  resourceDays: 'Ressources',
  coefficientWithTax: 'Coef. TTC',
  lasts: 'Écoulement',
  daysOfSales: 'Jours de CA',
  amount: 'Montant',
  cycleDays: 'Durée du cycle',
  stageDays: 'Durée',
  turnover: 'Rotations par an',
  netBenefit: 'Gain net annuel',
  contribution: 'Marge sur les ventes gagnées',
  investment: 'Supplément d’encours à financer',
  investmentCost: 'Coût de ce supplément',
  moreBadDebts: 'Impayés en plus',
  moreDiscounts: 'Escomptes en plus',
  receivables: 'Encours moyen',
  invested: 'Encours à financer',
  meanDays: 'Délai moyen',
  saving: 'Économie avec le factor',
  ownTotal: 'Coût par ses propres moyens',
  ownFinance: 'dont financement de l’encours',
  factorTotal: 'Coût avec le factor',
  fee: 'dont commission',
  advance: 'Avance du factor',
  advanceInterest: 'Intérêts de l’avance',
  restFinance: 'Financement du reste de l’encours',
  effectivePercent: 'Coût effectif de l’avance',
  profit: 'Marge de l’année',
  salesToRecover: 'Ventes à refaire pour couvrir l’impayé',
  salesToRecoverInsured: 'Ventes à refaire, assuré',
  resultUninsured: 'Résultat sans assurance',
  resultInsured: 'Résultat avec assurance',
  premium: 'Prime annuelle',
  cover: 'Indemnité',
  expectedLoss: 'Perte attendue',
  expectedBenefit: 'Gain attendu de l’assurance',
} as const;
