import type { CeiSales, CostChoice } from '../../engine/pkg/encours';

/** The parts of the diagnosis behind its headline figures. */
export const analysis = {
  tabs: 'Parties du diagnostic',
  tabEvolution: 'Évolution',
  tabMethods: 'Deux méthodes',
  tabAges: 'Échéances',
  tabCustomers: 'Clients',
  tabPayment: 'Règlements',
  tabTerms: 'Délais légaux',
  tabCash: 'Encaissements',
  tabCapital: 'BFR',
  how: 'Comment est-ce calculé ?',
  loading: 'Calcul en cours…',

  howAccounting: '{{balance}} d’encours ÷ {{sales}} de ventes × {{days}}',
  howRollBack: 'Jours des mois que l’encours épuise : {{sum}}',
  howBest: '{{current}} non échus ÷ {{sales}} de ventes × {{days}}',
  howAdd: '{{dso}} de DSO − {{best}} de BPDSO, sur l’encours de clôture',
  howReceivables:
    'Factures émises et non réglées le {{date}}, TTC : {{current}} non échus + {{overdue}} échus',
  howReceivablesPlain: 'Encours TTC le {{date}}',
  howBfr:
    '{{inventory}} de stocks + {{receivables}} d’encours − {{payables}} de dettes fournisseurs',

  splitTitle: 'De quoi le DSO est fait',
  splitFinding: '{{days}} tiennent au retard de paiement, sur {{total}}',
  splitFindingDisputed: '{{days}} tiennent au retard et {{disputed}} aux litiges, sur {{total}}',
  splitNone: 'Rien n’est échu : tout le DSO tient aux délais accordés',
  splitChart:
    'DSO comptable à chaque fin de mois, en trois parts : délais accordés, retards, litiges.',
  term: 'Délais accordés',
  late: 'Retards',
  disputed: 'Litiges',
  total: 'Ensemble',
  part: 'Part',
  amount: 'Montant',
  byAccounting: 'DSO comptable',
  byRollBack: 'Par épuisement',
  splitHow:
    'Chaque part de l’encours, rapportée aux ventes comme le DSO lui-même. Par épuisement, les parts s’empilent : le non échu d’abord, puis le retard, puis les litiges.',
  splitAssumed:
    'Ces données ne disent pas quels litiges sont échus : ils sont tous comptés comme échus.',
  splitUnknownDisputes: 'Ces données ne disent rien des litiges.',

  changeTitle: 'Pourquoi le DSO a changé',
  changeSince: 'Comparer au',
  changeUp: '{{days}} de plus depuis le {{date}}',
  changeDown: '{{days}} de moins depuis le {{date}}',
  changeNone: 'Aucun changement depuis le {{date}}',
  changeUndefined:
    'Aucune date antérieure ne permet de comparer : il faut les deux DSO à deux fins de mois.',
  cause: 'Cause',
  days: 'Jours',
  pace: 'Rythme des ventes',
  terms: 'Délais accordés',
  payment: 'Paiement des clients',
  changeBefore: 'DSO au {{date}}',
  changeAfter: 'DSO au {{date}}',
  changeHow:
    'DSO comptable = DSO par épuisement × rythme des ventes. Les parts du DSO par épuisement disent ce que font les clients ; le reste vient de la saison et de la croissance. La somme est exacte.',
  bridgeTitle: 'Du BFR au BFR',
  bridgeBefore: 'BFR au {{date}}',
  bridgeInventory: 'Stocks',
  bridgeReceivables: 'Encours clients',
  bridgePayables: 'Dettes fournisseurs',

  agesTitle: 'Âge de l’encours',
  agesFinding: '{{percent}} de l’encours est échu depuis plus de {{days}}',
  agesAllCurrent: 'Rien n’est échu',
  agesChart: 'Encours par ancienneté du retard. {{bands}}',
  agesUndefined: 'Sans échéances, l’âge de l’encours n’est pas connu.',
  notDue: 'Non échu',
  band: '{{from}} à {{to}} j',
  bandBeyond: '> {{from}} j',
  share: 'Part',
  count: 'Factures',
  age: 'Retard',

  collectionTitle: 'Recouvrement et concentration',
  cei: 'Efficacité du recouvrement (CEI)',
  ceiHow_one:
    '({{opening}} + {{sales}} − {{closing}}) ÷ ({{opening}} + {{sales}} − {{current}} non échus), sur {{months}} mois',
  ceiHow_other:
    '({{opening}} + {{sales}} − {{closing}}) ÷ ({{opening}} + {{sales}} − {{current}} non échus), sur {{months}} mois',
  turnover: 'Rotation de l’encours',
  turnoverHow: '{{sales}} de ventes ÷ {{balance}} d’encours, sur {{days}}',
  times: '{{number}} fois',
  perYear: 'soit {{number}} fois par an',
  concentration: 'Concentration',
  concentrationTop:
    'premier client : {{top1}} ; cinq premiers : {{top5}} ; dix premiers : {{top10}}',
  concentrationHow_one:
    'Part de ce que doit le seul client débiteur ; indice de Herfindahl {{index}}',
  concentrationHow_other:
    'Part de ce que doivent les {{customers}} clients débiteurs ; indice de Herfindahl {{index}}',
  lateShare: 'Factures réglées en retard',
  lateShareHow: '{{percent}} des factures réglées dans la fenêtre, {{amount}} de leur montant',
  daysToPay: 'Délai moyen de règlement',
  daysLate: 'Retard moyen',
  meanHow_one:
    '{{weighted}} pondéré par les montants, {{mean}} en moyenne simple, {{number}} facture',
  meanHow_other:
    '{{weighted}} pondéré par les montants, {{mean}} en moyenne simple, {{number}} factures',

  customersTitle: 'Clients',
  customersSearch: 'Chercher un client',
  customersOnly: 'Seulement ceux qui paient de plus en plus tard ({{number}})',
  customersCount: '{{matched}} clients sur {{total}}',
  customersNone: 'Aucun client ne correspond.',
  customersHow:
    'DSO de chaque client : son encours sur ses ventes de la fenêtre, puis par épuisement de ses propres ventes (36 mois au plus). Tendance : jours de retard des trois derniers mois moins ceux des douze précédents ; signalée à partir de 5 jours et de trois factures dans chaque période. Délai attendu : estimé sur ses factures et celles de tous, à proportion de ce qu’on sait de lui.',
  name: 'Client',
  receivables: 'Encours',
  overdue: 'Échu',
  sales: 'Ventes',
  accountingDso: 'DSO comptable',
  rollBackDso: 'DSO épuis.',
  paidIn: 'Règlement (j)',
  lateBy: 'Retard (j)',
  trend: 'Tendance',
  expected: 'Délai attendu',
  credibility: 'Son propre historique compte pour {{percent}}',
  worsening: 'se dégrade',
  insolvent: 'Procédure collective',
  markInsolvent: '{{name}} est en procédure collective',
  sortedBy: 'Trier par {{column}}',

  cashTitle: 'Encaissements attendus de l’encours',
  cashFinding: '{{amount}} attendus d’ici le {{date}}',
  cashWeeks: '13 semaines',
  cashMonths: '12 mois',
  cashChart: 'Encaissements attendus par période, avec une fourchette. {{steps}}',
  cashRange: 'fourchette 80 %',
  cashExpected: 'attendu',
  cashPeriod: 'Période',
  cashFromTo: '{{from}} – {{to}}',
  cashLow: 'Bas',
  cashHigh: 'Haut',
  cashLater: 'Plus tard ou jamais',
  cashInsolvent: 'En procédure collective',
  cashWithoutDue: 'Sans échéance',
  cashCredits: 'Soldes créditeurs',
  cashTotal: 'Encours',
  cashLoss: 'Perte attendue',
  cashLossHow:
    'Ce qui devrait rester impayé {{days}} jours après l’échéance, et {{percent}} de l’encours en procédure collective.',
  cashHow:
    'Chaque facture ouverte suit la loi des délais de son client, sachant le temps déjà écoulé ; ses avoirs et règlements non lettrés sont d’abord imputés aux plus anciennes. La fourchette suppose qu’un client règle tout ce qu’on attend de lui, ou rien.',
  insolventLoss: 'Perte sur procédures collectives (%)',
  lossAfter: 'Perdu après (jours)',

  curveTitle: 'Comment paient vos clients',
  curveFinding: 'La moitié des montants est réglée {{median}}, quatre cinquièmes {{fourth}}',
  curveFindingHalf: 'La moitié des montants est réglée {{median}}',
  curveFindingNone: 'Moins de la moitié des montants a été vue réglée',
  onTime: 'à l’échéance',
  daysAfter: '{{days}} après l’échéance',
  daysBefore: '{{days}} avant l’échéance',
  daysAfterIssue: '{{days}} après la facture',
  curveChart: 'Part des montants encore impayée selon les jours après l’échéance.',
  curveUnit: 'part impayée, selon les jours après l’échéance',
  curveUnitIssue: 'part impayée, selon les jours après la facture',
  curveMean: 'Retard moyen à {{horizon}} jours',
  curveMeanIssue: 'Délai moyen à {{horizon}} jours',
  curveUnpaid: 'Impayé après {{horizon}} jours',
  curveHow:
    'Estimateur de Kaplan-Meier pondéré par les montants : {{paid}} factures réglées et {{open}} ouvertes ({{percent}} des montants), ces dernières comptées jusqu’à la date d’arrêté. Un client connu par {{credibility}} règlements compte pour moitié, le reste vient de tous ; à partir de {{enough}}, il compte seul.',
  unpaid: 'Impayé',
  dayLate: 'Jours après l’échéance',

  conventionsCei: 'Ventes du CEI',
  conventionsAging: 'Tranches d’âge (jours)',
  conventionsAgingHint: 'Fins des tranches, croissantes : 30 60 90 120',
  conventionsCapital: 'Stocks et dettes du DIO et du DPO',
  conventionsDio: 'Base du DIO',
  conventionsDpo: 'Base du DPO',
} as const;

export const ceiSales = {
  period: 'ventes de la période',
  monthlyAverage: 'moyenne mensuelle',
} as const satisfies Record<CeiSales, string>;

export const costChoice = {
  usual: 'la plus adaptée des données',
  costOfSales: 'coût des ventes',
  purchases: 'achats',
} as const satisfies Record<CostChoice, string>;

export const capitalBalance = {
  closing: 'à la clôture',
  average: 'moyenne ouverture-clôture',
} as const;
