import type {
  DayCount,
  DueRule,
  MonthEndReading,
  PenaltyRate,
  RateMoment,
} from '../../engine/pkg/encours';

/** Agreed terms against the law, late-payment penalties, due dates. */
export const terms = {
  missingInvoices:
    'Le contrôle des délais et les pénalités demandent des factures, avec leur échéance et leur date de règlement : une liste de factures ou un FEC. Les calculs ci-dessous s’en passent.',
  missingTerm:
    'Un FEC ne dit pas les échéances : donnez le délai convenu avec vos clients, elles en découlent.',

  checkTitle: 'Délais convenus et délai maximal',
  regime: 'Plafond retenu',
  typedRule: 'une règle que je saisis',
  typedNote: 'Votre règle, hors de toute loi : rien de ce qui suit n’est un avis juridique.',
  monthEnd: 'Lecture de « fin de mois »',
  fromDelivery:
    'La loi compte ce délai depuis la livraison ; une liste de factures ne la connaît pas : il est compté ici depuis l’émission.',
  finding: '{{percent}} des montants facturés dépassent le délai légal, de {{days}} en moyenne',
  findingTyped: '{{percent}} des montants facturés dépassent la règle, de {{days}} en moyenne',
  findingNone: 'Aucune échéance ne dépasse le délai légal',
  findingNoneTyped: 'Aucune échéance ne dépasse la règle',
  nothingChecked: 'Aucune facture à contrôler : ni échéance connue, ni émission sous ce régime.',
  beyondCount: 'Factures au-delà du délai',
  beyondAmount: 'Montant au-delà',
  ofCount_one: 'sur {{number}} contrôlée',
  ofCount_other: 'sur {{number}} contrôlées',
  ofAmount: 'sur {{amount}} TTC contrôlés',
  daysMean: 'Dépassement moyen',
  daysWeighted: 'Dépassement pondéré par les montants',
  daysLongest: 'Dépassement le plus long',
  howShare: '{{beyond}} au-delà ÷ {{amount}} contrôlés = {{percent}}',
  howCap:
    'Échéance la plus tardive permise : {{rules}}. Au-delà : échéance − cette date, en jours.',
  howMost: 'la plus tardive de : {{rules}}',
  howScope: 'Factures émises jusqu’au {{date}}, avoirs exclus, réglées ou non.',
  howMean_one: 'Moyenne simple sur {{number}} facture ; pondérée : Σ jours × montant ÷ {{amount}}.',
  howMean_other:
    'Moyenne simple sur {{number}} factures ; pondérée : Σ jours × montant ÷ {{amount}}.',
  noNumber: 'sans numéro',
  howWorst:
    'Facture {{number}} : émise le {{issued}}, permise jusqu’au {{latest}}, échéance le {{due}}.',
  withoutDueDate: 'Factures sans échéance, non contrôlées : {{number}}.',
  beforeRegime: 'Factures émises avant ce régime, non jugées : {{number}}.',
  worstCustomers: 'Clients les plus concernés ({{number}})',
  worstInvoices: 'Factures les plus éloignées ({{number}})',
  information:
    'Information tirée des textes cités, à vérifier pour votre secteur et vos contrats ; ce n’est pas un avis juridique.',
  setAside: 'Pour la mettre de côté, choisissez une règle que vous saisissez.',
  updated: 'Textes à jour au {{date}}',
  sources: 'Sources',
  announced: 'Annoncé pour le {{date}} : {{change}}',
  announcedNow:
    'Annoncé pour le {{date}}, peut-être déjà en vigueur à la date d’arrêté : {{change}}',

  customer: 'Client',
  invoice: 'Facture',
  count: 'Factures',
  amount: 'Montant TTC',
  longest: 'Au plus (j)',
  issued: 'Émise le',
  due: 'Échéance',
  latest: 'Permise jusqu’au',
  daysBeyond: 'Jours au-delà',

  penaltiesTitle: 'Pénalités de retard',
  penaltiesFinding_one: '{{total}} exigibles sur {{number}} paiement en retard',
  penaltiesFinding_other: '{{total}} exigibles sur {{number}} paiements en retard',
  penaltiesUnknown: 'Sans échéances, rien ne peut être dit en retard',
  penaltiesNone: 'Aucun paiement en retard : aucune pénalité',
  rate: 'Taux',
  margin: 'Majoration',
  marginUnit: 'points',
  contractPercent: 'Taux du contrat',
  moment: 'Taux applicable',
  dayCount: 'Décompte des jours',
  indemnity: 'Indemnité de recouvrement',
  indemnityHint: 'par facture en retard',
  floor: 'au moins trois fois l’intérêt légal',
  points_one: '{{number}} point',
  points_other: '{{number}} points',
  dueDateCounted: 'jour de l’échéance compris',
  agreed: 'Délai convenu',
  countDueDate: 'compter aussi le jour de l’échéance',
  state: 'Paiements en retard',
  all: 'Ensemble',
  settled: 'Réglés en retard',
  open: 'Encore ouverts',
  interest: 'Intérêts',
  indemnities: 'Indemnités',
  sum: 'Total',
  howInterest:
    'Intérêts = montant TTC × taux × jours de retard ÷ {{year}}, du lendemain de l’échéance au règlement, ou au {{date}} pour ce qui reste ouvert.',
  howInterestFromDue:
    'Intérêts = montant TTC × taux × jours de retard ÷ {{year}}, de l’échéance au règlement, ou au {{date}} pour ce qui reste ouvert.',
  howPart:
    'Facture {{number}}, du {{from}} au {{to}} : {{amount}} × {{percent}} × {{days}} ÷ {{year}} = {{interest}}',
  howIndemnities_one: 'Indemnités : {{number}} facture × {{indemnity}} = {{amount}}',
  howIndemnities_other: 'Indemnités : {{number}} factures × {{indemnity}} = {{amount}}',
  howTotal: '{{interest}} d’intérêts + {{indemnities}} d’indemnités = {{total}}',
  penaltiesScope:
    'Les avoirs sont exclus ; d’une facture réglée en partie, le reste dû compte. Les pénalités sont exigibles sans qu’un rappel soit nécessaire.',
  penaltiesWithoutDue: 'Factures sans échéance, laissées de côté : {{number}}.',
  penaltiesWithoutDate: 'Factures réglées à une date inconnue, laissées de côté : {{number}}.',
  penaltyCustomers: 'Clients les plus redevables ({{number}})',
  penaltyInvoices: 'Factures aux intérêts les plus élevés ({{number}})',
  delay: 'Retard (j)',
  longestDelay: 'Retard max. (j)',
  settledOn: 'Réglée le',
  stillOpen: 'ouverte',
  ratesTitle: 'Taux appliqués',
  halfYear: 'Semestre',
  firstHalf: '1er semestre {{year}}',
  secondHalf: '2e semestre {{year}}',
  appliedRate: 'Taux appliqué',
  agreedRate: 'Avant plancher',
  floorRate: 'Plancher',
  isAssumed: '{{halfYear}} prolongé',
  assumed:
    'Certains jours de retard n’ont pas encore de taux publié ici : ceux du {{halfYear}} y sont prolongés.',
  floorAssumed:
    'Plancher du {{halfYear}} : calculé sur l’intérêt légal du semestre précédent, faute d’avoir retrouvé à la source celui de ce semestre. Un taux saisi le remplace.',

  dueTitle: 'Calculer une échéance',
  dueLead: 'Sans vos données : une date et une règle suffisent.',
  dueIssued: 'Date d’émission',
  rule: 'Règle',
  ruleDays: 'Jours',
  ruleDay: 'Le',
  ruleDayUnit: 'du mois',
  dueAnswer: 'Échéance',
  dueAfter: '{{days}} après l’émission',
  dueSteps: 'Étapes',
  stepIssued: 'émission : {{date}}',
  stepDays: '+ {{days}} : {{date}}',
  stepMonthEnd: 'fin du mois : {{date}}',
  stepDay: 'le {{day}} qui suit : {{date}}',
  stepTenDayEnd: 'fin de la décade : {{date}}',

  typedRates: 'Saisir d’autres taux de référence',
  typedRatesHint:
    'Pour un semestre que le fichier ne connaît pas encore, ou une autre lecture d’un taux.',
  refinancing: 'Taux de refinancement de la BCE',
  legalInterest: 'Taux d’intérêt légal',
  forgetRates: 'Revenir aux taux du fichier',
  penaltyTitle: 'Calculer une pénalité',
  penaltyLeadAlone: 'Sans vos données : un montant et deux dates suffisent.',
  penaltyAmount: 'Montant TTC',
  penaltyDue: 'Échéance',
  penaltySettled: 'Réglée le',
  penaltyAnswer: 'Pénalité et indemnité',
  penaltyInTime: 'Réglée à temps : rien n’est dû.',
  penaltyDays: '{{days}} de retard',
  partLine:
    'du {{from}} au {{to}} : {{amount}} ×\u00a0{{percent}} ×\u00a0{{days}} ÷\u00a0{{year}} =\u00a0{{interest}}',
  penaltyAssumed:
    'Faute de taux publié ici pour tous ces jours, les derniers connus sont prolongés.',
  interestLine: 'intérêts : {{amount}}',
  indemnityLine: 'indemnité forfaitaire : {{amount}}',
} as const;

/** What a ledger can be held against; the keys are those of the law file. */
export const regimes = {
  longestAgreed: 'droit commun : maximum légal',
  sixtyDays: 'droit commun : 60 jours',
  fortyFiveDaysMonthEnd: 'droit commun : 45 jours fin de mois',
  periodic: 'facture récapitulative : 45 jours',
  transport: 'transport : 30 jours',
  perishables: 'denrées périssables : 30 jours',
  perishablesPeriodic: 'denrées périssables, facture périodique : 30 jours fin de décade',
  livestockAndFreshMeat: 'bétail sur pied et viandes fraîches : 20 jours',
  spirits: 'boissons alcooliques : 30 jours fin de mois',
} as const;

/** What a regime is for. */
export const regimeNotes = {
  longestAgreed:
    'Ce qu’aucun contrat de droit commun ne peut dépasser : 60 jours, ou 45 jours fin de mois si c’est plus tard. Au-delà, il faut une dérogation de secteur.',
  sixtyDays: 'Le droit commun, quand le contrat ne prévoit pas « 45 jours fin de mois ».',
  fortyFiveDaysMonthEnd:
    'À condition d’être prévu au contrat et de ne pas être un abus manifeste envers le créancier.',
  periodic: 'Factures qui regroupent plusieurs livraisons d’un même mois.',
  transport: 'Transport routier, location de véhicules, commission, fret et douane.',
  perishables:
    'Produits alimentaires périssables, viandes congelées, poissons surgelés, conserves fabriquées avec eux.',
  perishablesPeriodic:
    'Les mêmes produits, facturés périodiquement : le délai part de la fin de la décade de livraison.',
  livestockAndFreshMeat: 'Bétail destiné à la consommation et viandes fraîches dérivées.',
  spirits: 'Boissons alcooliques passibles des droits de consommation.',
} as const satisfies Record<keyof typeof regimes, string>;

/** Changes of the law that are announced. */
export const announcements = {
  articleVersion:
    'une nouvelle version de l’article L441-10 est annoncée. Elle n’a pas été lue : les délais et les taux donnés ici sont ceux du texte en vigueur auparavant, à vérifier à cette date.',
  fineCeiling:
    'une proposition de loi, votée par le Sénat le 19 février 2026 et pas encore promulguée, relèverait le plafond des amendes à 1 % du chiffre d’affaires et interdirait de renoncer aux pénalités. Aucun délai ni aucun taux ne changerait.',
} as const;

export const monthEndReading = {
  latest: 'la plus tardive des deux',
  daysThenMonthEnd: '+ 45 jours, puis fin du mois',
  monthEndThenDays: 'fin du mois, puis + 45 jours',
} as const satisfies Record<MonthEndReading, string>;

/** Rules to choose from. */
export const dueRule = {
  net: 'jours nets',
  daysThenMonthEnd: 'jours, puis fin du mois',
  monthEndThenDays: 'fin du mois, puis jours',
  daysThenMonthEndThenDay: 'jours fin de mois, le …',
  tenDayEndThenDays: 'fin de décade, puis jours',
} as const satisfies Record<DueRule['rule'], string>;

/** A rule with its days. */
export const ruleText = {
  net: 'émission + {{days}}',
  daysThenMonthEnd: 'émission + {{days}}, puis fin du mois',
  monthEndThenDays: 'fin du mois d’émission + {{days}}',
  daysThenMonthEndThenDay: 'émission + {{days}}, fin du mois, puis le {{day}}',
  tenDayEndThenDays: 'fin de la décade d’émission + {{days}}',
} as const satisfies Record<DueRule['rule'], string>;

export const penaltyRate = {
  legal: 'légal : BCE + majoration',
  contract: 'du contrat',
} as const satisfies Record<PenaltyRate['rate'], string>;

export const rateMoment = {
  byHalfYear: 'celui de chaque semestre',
  firstLateDay: 'celui du premier jour de retard',
} as const satisfies Record<RateMoment, string>;

export const dayCount = {
  actual365: 'jours réels ÷ 365',
  actual360: 'jours réels ÷ 360',
  thirty360: 'mois de 30 jours ÷ 360',
} as const satisfies Record<DayCount, string>;
