import type {
  Balance,
  DayBasis,
  EmptyMonth,
  FecSales,
  MonthLength,
  ReceivablesScope,
} from '../../engine/pkg/encours';

/** The second step: the figures and why they differ. */
export const diagnosis = {
  asOf: 'Date d’arrêté',
  asOfMissing: 'De quand datent ces soldes ?',
  asOfMissingHint:
    'Une balance âgée est la photo d’un jour, et ce fichier ne dit pas lequel. Donnez sa date d’arrêté.',
  asOfToday: 'Aujourd’hui, {{date}}',
  agedSales: 'Saisissez vos ventes au tableau de bord.',
  openRollBack:
    'Il faut les ventes mois par mois : une liste de factures encore dues ne les dit pas. Donnez-les dans un second fichier.',
  agedRollBack:
    'Il faut les ventes mois par mois : une balance âgée ne les dit pas. Donnez-les dans un second fichier.',
  agedNote:
    'Une balance âgée est la photo d’un jour : sans ventes mois par mois, il n’y a pas de DSO par épuisement. Donnez-les dans un second fichier.',

  accountingDso: 'DSO comptable',
  rollBackDso: 'DSO par épuisement',
  bestPossibleDso: 'DSO optimal (BPDSO)',
  add: 'DSO de retard',
  receivables: 'Encours clients',
  bfr: 'BFR',
  byRollBack: 'par épuisement : {{days}}',
  atLeast: '≥ {{days}}',
  exhausted:
    'Historique épuisé : l’encours dépasse toutes les ventes connues, le délai réel est plus long.',
  stopped: 'Arrêté en {{month}}, mois sans vente : le délai réel est au moins celui-ci.',
  boundOnly: 'historique trop court : borne seulement',
  overduePart: 'dont échu : {{amount}} ({{percent}})',
  disputedPart: 'dont en litige : {{amount}}',
  oneDay: 'un jour de DSO = {{amount}}',
  daysOfSalesExcl: '{{days}} de CA HT',
  daysOfSalesIncl: '{{days}} de CA TTC',

  methodsTitle: 'Deux méthodes, une même question',
  accountingHow: 'L’encours rapporté aux ventes de la fenêtre.',
  windowFromTo: 'Ventes : {{first}} – {{last}}, soit {{days}}.',
  windowShorter: 'L’historique est plus court que la fenêtre demandée.',
  averageBalance: 'L’encours est la moyenne de l’ouverture et de la clôture.',
  rollBackHow: 'L’encours épuise les ventes les plus récentes, mois après mois.',
  rollBackWords: 'Jours des mois épuisés, plus la part du dernier.',

  gapTitle: 'Pourquoi {{days}} d’écart',
  gapNoneTitle: 'Les deux méthodes s’accordent',
  gapUndefinedTitle: 'Écart non défini',
  gapAbove:
    'Vos ventes récentes tournent à {{recent}} par jour, contre {{window}} en moyenne sur la fenêtre : × {{factor}}. Le DSO comptable divise par cette moyenne plus basse : il allonge le délai.',
  gapBelow:
    'Vos ventes récentes tournent à {{recent}} par jour, contre {{window}} en moyenne sur la fenêtre : × {{factor}}. Le DSO comptable divise par cette moyenne plus haute : il raccourcit le délai.',
  gapSame: 'Vos ventes récentes tournent au même rythme que la fenêtre : {{recent}} par jour.',
  gapBalance: 'L’encours moyen retenu vaut × {{factor}} l’encours de clôture.',
  gapIdentity: '{{accounting}} = {{rollBack}} × {{factors}}',
  gapQuestion: 'Pourquoi {{days}} d’écart ?',
  gapLeadBelow:
    'Vos ventes récentes sont {{percent}} sous la moyenne de la fenêtre. Le DSO comptable divise par cette moyenne : il paraît plus court que ce que vos clients vous doivent.',
  gapLeadAbove:
    'Vos ventes récentes sont {{percent}} au-dessus de la moyenne de la fenêtre. Le DSO comptable divise par cette moyenne : il paraît plus long que ce que vos clients vous doivent.',
  gapSales: 'ventes, {{months}} mois',
  gapByRollBack: 'par épuisement',
  gapPaces: 'rythme récent ÷ rythme moyen',
  gapByAccounting: 'comptable',
  gapWhich: 'Lequel citer ?',
  gapWhichText:
    'L’épuisement suit votre saison : prenez-le pour piloter. Le comptable est celui des comptes publiés : prenez-le pour vous comparer.',
  gapOpen: 'Ouvrir l’analyse « Deux méthodes »',
  gapConventions: 'Changer les conventions',
  gapUndefined: 'L’écart se lit quand les deux méthodes donnent un chiffre.',

  trailTitle: 'Détail de l’épuisement',
  trailFinding: 'L’encours remonte jusqu’en {{month}}, dont il absorbe {{percent}} des ventes',
  trailFindingOne: 'L’encours tient dans un seul mois : {{percent}} des ventes en {{month}}',
  trailFindingExhausted: 'L’encours dépasse toutes les ventes de l’historique',
  trailChart:
    'Ventes de chaque mois, du plus récent au plus ancien, et part absorbée par l’encours. {{steps}}',
  trailStep: '{{month}} : {{days}}.',
  trailUnit: 'Ventes TTC de chaque mois, et ce que l’encours en absorbe',
  trailPart: '{{percent}} absorbés',
  trailOf: '{{taken}} absorbés sur {{sales}}',
  month: 'Mois',
  sales: 'Ventes TTC',
  taken: 'Absorbé',
  rest: 'Reste',
  days: 'Jours',

  byRollBackShort: 'Épuisement',
  byAccountingShort: 'Comptable',
  historyTitle: 'Les deux DSO dans le temps',
  historyDown: 'Le DSO par épuisement a reculé de {{days}} {{since}}',
  historyUp: 'Le DSO par épuisement s’est allongé de {{days}} {{since}}',
  historySame: 'Le DSO par épuisement est stable {{since}}',
  inAYear: 'en un an',
  sinceMonth: 'depuis fin {{month}}',
  historyPlain: 'Les deux DSO à chaque fin de mois',
  historyChart:
    'DSO comptable et DSO par épuisement à chaque fin de mois, en jours ; période : {{first}} – {{last}}.',
  historyShort: 'L’historique est trop court pour tracer une évolution.',

  conventionsTitle: 'Conventions de calcul',
  windowMonths: 'Fenêtre du DSO comptable',
  windowValue: '{{number}} mois',
  windowShort: 'fenêtre {{number}} mois',
  dayBasis: 'Jours de la fenêtre',
  typedDays: 'Nombre de jours',
  balance: 'Encours du DSO comptable',
  monthLength: 'Mois de l’épuisement',
  emptyMonth: 'Mois sans vente',
  vatPercent: 'Taux de TVA (%)',
  vatHint: 'Sert quand seules les ventes HT sont connues.',
  vatShort: 'TVA {{percent}}',
  yearDays: 'Jours de l’année',
  yearShort: 'année de {{number}} jours',

  capitalTitle: 'Du DSO au BFR',
  dio: 'Rotation des stocks (DIO)',
  dpo: 'Crédit fournisseurs (DPO)',
  ccc: 'Cycle de conversion de trésorerie',
  baseCostOfSales: '{{balance}} ÷ coût des ventes {{cost}} × {{days}}',
  basePurchases: '{{balance}} ÷ achats {{cost}} × {{days}}',
  baseSupplierInvoices: '{{balance}} ÷ factures des fournisseurs {{cost}} × {{days}}',
  cccSum: '{{dso}} + {{dio}} − {{dpo}}',
  bfrSum: 'stocks {{inventory}} + encours {{receivables}} − fournisseurs {{payables}}',
  termTyped: 'Délai convenu',
  termUnit: 'jours',
  fecSales: 'Ventes d’un FEC',
  scope: 'Retenu dans l’encours',
  scopeAlways: 'Les comptes clients (411, 413 …) y sont toujours.',
  termHint: 'Un FEC n’a pas d’échéances et rien n’est inventé : sans délai, pas de part échue.',
  termShort: 'délai convenu {{days}}',
  accountsTitle: 'Soldes par compte',
  account: 'Compte',
  accountBalance: 'Solde',
  accountCounted: 'Dans les chiffres',
  accountIsCounted: 'retenu',
  accountIsNot: 'non retenu',
  accountsReceivable: 'Clients',
  accountsPayable: 'Fournisseurs',
  balancesTitle: 'Saisir les soldes manquants',
  balancesHint:
    'À la date d’arrêté pour les soldes, sur la fenêtre pour les achats et le coût des ventes.',
  inventory: 'Stocks',
  payables: 'Dettes fournisseurs TTC',
  purchases: 'Achats TTC de la fenêtre',
  costOfSales: 'Coût des ventes de la fenêtre',
  daysToPay: 'Règlement moyen',
  daysLate: 'Retard moyen',
  weighted: 'pondéré par les montants ; moyenne simple : {{mean}}',
  settledCount: 'Factures réglées dans la fenêtre : {{number}}',
} as const;

export const fecSales = {
  usual: 'ventes au plus près du FEC',
  customerDebits: 'débits des comptes clients',
  salesEntries: 'écritures de vente (70x) portées au 411',
  salesAndVat: 'ventes et TVA (70x + 4457)',
} as const satisfies Record<FecSales, string>;

export const scope = {
  disputed: 'litiges',
  factored: 'encours cédé à un factor',
  creditBalances: 'soldes créditeurs',
  doubtful: 'clients douteux (416)',
  notInvoiced: 'factures à établir (418)',
  advances: 'avances et avoirs (419)',
  impairment: 'dépréciations (491)',
} as const satisfies Record<keyof ReceivablesScope, string>;

/** The accounts of the French chart that hold customers and suppliers. */
export const accounts = {
  '410': 'clients et comptes rattachés',
  '411': 'clients',
  '412': 'clients',
  '413': 'effets à recevoir',
  '414': 'clients',
  '415': 'clients',
  '416': 'clients douteux ou litigieux',
  '417': 'créances sur travaux',
  '418': 'factures à établir',
  '419': 'avances et avoirs',
  '491': 'dépréciations',
  '400': 'fournisseurs et comptes rattachés',
  '401': 'fournisseurs',
  '402': 'fournisseurs',
  '403': 'effets à payer',
  '404': 'fournisseurs d’immobilisations',
  '405': 'effets à payer, immobilisations',
  '406': 'fournisseurs',
  '407': 'fournisseurs',
  '408': 'factures non parvenues',
  '409': 'avances et avoirs à recevoir',
} as const;

export const dayBasis = {
  actual: 'jours réels',
  thirtyDayMonths: 'mois de 30 jours',
  year360: 'douzièmes de 360',
  year365: 'douzièmes de 365',
  typed: 'nombre saisi',
} as const satisfies Record<DayBasis, string>;

export const balance = {
  closing: 'encours de clôture',
  average: 'encours moyen ouverture-clôture',
} as const satisfies Record<Balance, string>;

export const monthLength = {
  calendar: 'mois du calendrier',
  thirty: 'épuisement par mois de 30 jours',
} as const satisfies Record<MonthLength, string>;

export const emptyMonth = {
  count: 'mois sans vente comptés',
  skip: 'mois sans vente ignorés',
  stop: 'arrêt au mois sans vente',
} as const satisfies Record<EmptyMonth, string>;
