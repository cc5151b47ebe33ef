/** The figures by segment, and customers taken together. */
export const segments = {
  tab: 'Segments',
  title: 'Par {{column}}',
  finding: '« {{name}} » fait {{days}} des {{dso}} jours de DSO',
  column: 'Segment',
  entity: 'Entité',
  currency: 'Devise',
  rankedBy: 'Classer par',
  by: {
    receivables: 'Poids dans le DSO',
    overdue: 'Encours échu',
    rollBackDso: 'DSO propre, par épuisement',
  },
  unitDays: 'Jours de DSO que fait chaque segment',
  unitReceivables: 'Encours de chaque segment',
  blank: '(non renseigné)',
  others: 'Autres ({{number}})',
  number: 'Segment {{number}}',
  hidden: '(anonyme)',
  overdueRate: 'Taux d’échu',
  ownDso: 'DSO propre, jours',
  ofWhole: 'Part du DSO, jours',
  customers: 'Clients débiteurs',
  look: 'Ne montrer que « {{name}} », partout',
  how: 'Chaque facture appartient à une seule valeur : les montants s’additionnent exactement. DSO propre : encours du segment épuisé sur ses propres ventes (36 mois au plus). Part du DSO : le DSO de l’ensemble × la part du segment dans l’encours. Un clic sur une valeur montre toutes les figures de ce segment seul.',
  noneTitle: 'Aucun segment n’est marqué',
  none: 'Un segment est une colonne de vos données selon laquelle analyser : commercial, région, agence, type de client, groupe… Dans le tableau des colonnes, donnez-lui le sens « Segment » ; plusieurs colonnes peuvent l’être.',
  mark: 'Marquer une colonne',
  choose: 'Choisir…',
  scopeOf: '{{column}} : {{value}}',
  scope: 'Périmètre',
  everything: 'Toutes les données',
  lookedAt: 'Périmètre : {{column}} = {{value}}.',
  lookedAtOwes: 'Encours : {{amount}}.',
  showAll: 'Tout afficher',
  mixTitle: 'Mix et comportement',
  mixFinding:
    '{{total}} jours depuis le {{date}} : {{behaviour}} par le comportement, {{mix}} par le mix',
  mixUnit: 'DSO comptable sur l’encours de clôture : de {{from}} à {{to}} jours',
  mixHow:
    'Le DSO comptable est la moyenne de ceux des segments, pondérée par leurs ventes. Comportement : ce que change le DSO de chaque segment, au poids moyen des deux dates. Mix : ce que changent les poids, selon l’écart de chaque segment à l’ensemble. Les deux effets s’additionnent exactement.',
  shareBefore: 'Ventes avant',
  shareAfter: 'Ventes après',
  dsoBefore: 'DSO avant',
  dsoAfter: 'DSO après',
  mix: 'Mix',
  behaviour: 'Comportement',
  leverScope: 'Segments concernés',
  leverScopeAll: 'Tous les segments',
  add: 'Ajouter un segment',
  remove: 'Retirer {{name}}',
};

export const groups = {
  open: 'Regrouper des clients',
  by: 'Clients regroupés par',
  byNone: 'Clients tels quels',
  byNote: 'Là où la colonne est vide, le client reste lui-même.',
  made: 'Regroupés',
  name: 'Nom du groupe',
  undo: 'Dissocier',
  twins_one: 'Un client semble écrit de plusieurs façons',
  twins_other: '{{number}} clients semblent écrits de plusieurs façons',
  noTwins: 'Aucun client ne semble écrit de plusieurs façons.',
  sameWords: 'mêmes mots, à la forme juridique et à l’orthographe près',
  oneLetter: 'une lettre de différence',
  take: 'Regrouper',
  more: 'En montrer plus',
  own: 'Regrouper d’autres clients',
  takePicked_one: 'Regrouper ce client',
  takePicked_other: 'Regrouper ces {{number}} clients',
  forget: 'Abandonner',
};

export const currencies = {
  title: 'Entités et devises',
  entitiesHint:
    'Donnez à chaque fichier l’entité dont il vient : les chiffres se lisent alors ensemble et entité par entité, dans « Segments ».',
  file: 'Fichier {{number}}',
  entity: 'Entité',
  convert: 'Convertir toutes les devises',
  convertHint: 'Sinon, une seule devise est lue, et les autres factures sont mises de côté.',
  into: 'Devise des chiffres',
  rates: 'Cours : ce que vaut une unité de devise, en {{into}}',
  ratesExample:
    'devise ; mois ; clôture ; moyenne\nUSD ; 2025-12 ; 0,8511 ; 0,8541\nJPY ; ; 0,0056',
  ratesHint:
    'Une ligne par devise et par mois, tapée ou collée. Les soldes sont convertis au cours de clôture, les ventes au cours moyen de leur mois ; un seul cours vaut pour les deux, et une ligne sans mois pour tous les autres mois.',
  fromFile: 'Lire un fichier CSV',
  rejected_one: 'Une ligne n’a pas été comprise :',
  rejected_other: 'Des lignes n’ont pas été comprises :',
  line: 'ligne {{line}}, « {{text}} »',
  doubts: {
    notAboveZero:
      '{{currency}}, {{month}} : un cours doit être supérieur à zéro ; il ne compte pas.',
    twice: '{{currency}}, {{month}} : deux cours pour le même mois ; le dernier compte.',
    upsideDown:
      '{{currency}}, {{month}} : ce cours semble inversé. Donnez ce que vaut une unité de {{currency}}.',
    jump: '{{currency}}, {{month}} : ce cours s’écarte de plus d’un tiers de celui du mois précédent.',
    farOff:
      '{{currency}}, {{month}} : ce cours est très loin de ce que vaut une unité de {{currency}}. Vérifiez l’unité (par exemple pour 100) et la virgule.',
    ownCurrency:
      '{{currency}}, {{month}} : les chiffres sont dans cette devise ; son cours ne compte pas.',
  },
  everyMonth: 'tous les mois',
  currency: 'Devise',
  invoices: 'Factures',
  state: 'Conversion',
  unnamed: '(sans devise)',
  base: 'devise des chiffres',
  at: '1 {{currency}} = {{rate}} {{into}}',
  apart: 'reste à part, aucun cours pour : {{months}}',
};

/** What a factor holds. */
export const factored = {
  title: 'Affacturage : DSO publié et DSO économique',
  finding:
    'Le factor porte {{amount}} : {{published}} de DSO publié, {{economic}} de DSO économique',
  findingPlain: 'Le factor porte {{amount}}',
  published: 'Publié',
  economic: 'Économique',
  publishedNote: 'sans l’encours cédé, sorti du bilan',
  economicNote: 'avec lui : ce que les clients doivent vraiment',
  counts: 'Compter l’encours cédé dans tous les chiffres (DSO économique)',
  overdue: 'Dont échu chez le factor : {{amount}}.',
  typed: 'Encours cédé à un factor, à la date',
  typedHint:
    'À saisir s’il n’est ni dans une colonne, ni dans un statut de vos données ; il ne sert qu’à ce tableau.',
  open: 'Une part de l’encours est-elle cédée à un factor ?',
  how: 'DSO publié : encours du bilan ÷ ventes × jours. DSO économique : (encours du bilan + encours cédé et non réglé) ÷ ventes × jours. Une facture en litige, que le factor rend, compte comme la vôtre.',
};
