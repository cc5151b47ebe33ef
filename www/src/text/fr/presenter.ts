/** What slides say to a room. */
export const presenter = {
  present: 'Présenter',
  leave: 'Quitter la présentation',
  slides: 'Diapositives',
  place: '{{number}} sur {{count}}',
  preparing: 'Préparation…',
  showNames: 'Afficher les noms',
  hideNames: 'Masquer les noms',
  changed: 'DSO : {{change}}',
  changeFromTo: 'Ce qui mène de {{before}} à {{after}}',
  changeUnit: 'DSO par épuisement, en jours',
  salesADay: 'Ventes par jour',
  salesTaken: 'Mois que représente l’encours',
  share: 'Part de l’encours',
  ofNet: '{{amount}} ; les soldes créditeurs d’autres clients ramènent l’encours à {{total}}',
  ofTotal: '{{amount}} sur {{total}}',
  shareNote: 'Part des plus gros soldes dans tout l’encours, à la date d’arrêté.',
  half: 'La moitié de l’échu tient à',
  halfNote: 'Le plus petit nombre de clients qui portent ensemble la moitié de l’échu.',
  customersUnit_one: 'client',
  customersUnit_other: 'clients',
  live: '{{action}} : {{cash}} libérés',
  liveDays_one: '{{days}} jour de retard en moins libère {{cash}}',
  liveDays_other: '{{days}} jours de retard en moins libèrent {{cash}}',
  liveNothing: 'À ce réglage, rien n’est libéré',
  chain: '{{average}} × {{rate}} − {{cost}} de coût',
  financed: 'financement à {{rate}}, coûts déduits',
} as const;

/** What each slide is called. */
export const slideNames = {
  situation: 'Situation',
  causes: 'Causes',
  customers: 'Clients',
  scenarios: 'Scénarios',
  decision: 'Décision',
} as const;

/** What a deck says beside its slides. */
export const deck = {
  name: 'Présentation PowerPoint',
  hint: 'graphiques modifiables, notes, noms masqués',
  hintNames: 'graphiques modifiables, notes, noms affichés',
  file: 'présentation',
  figure: '{{name}} : {{value}}. {{note}}',
  wasBefore: '{{before}} → {{after}}',
  measured: 'Graphique : {{title}} ({{unit}}).',
  conventionsDate: 'Convention : date d’arrêté le {{date}}.',
  conventions:
    'Conventions : date d’arrêté le {{date}}, DSO comptable sur {{days}}, financement à {{rate}} par an.',
} as const;
