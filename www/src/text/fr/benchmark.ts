/** Where the firm stands among those of its activity. */
export const benchmark = {
  tab: 'Secteur',
  title: 'Face au secteur',
  finding: {
    first:
      'À {{days}}, vos clients paient plus vite que dans trois entreprises sur quatre du secteur',
    second: 'À {{days}}, vous êtes en deçà de la médiane du secteur, {{median}}',
    third: 'À {{days}}, vous êtes au-dessus de la médiane du secteur, {{median}}',
    fourth: 'À {{days}}, trois entreprises sur quatre du secteur sont payées plus vite',
  },
  choose: 'Choisissez une activité pour comparer',
  activity: 'Activité (code NAF ou mots)',
  activityExample: '46.69B, commerce de gros, conseil…',
  activityMore: 'D’autres activités correspondent : précisez.',
  activityNone: 'Aucune activité ne correspond à « {{text}} ».',
  activityUnknown:
    'Le code {{code}} n’est pas dans la nomenclature NAF rév. 2, ou trop peu d’entreprises y sont connues.',
  activityWider:
    '{{code}} n’a pas assez d’entreprises connues : la comparaison se fait avec {{name}}.',
  chosen: 'Comparé avec',
  keep: 'Garder l’activité choisie',
  change: 'Changer d’activité',
  turnoverClass: 'Classe de chiffre d’affaires',
  classOwn: 'Selon vos ventes : {{name}}',
  classMissing:
    'Pour cette activité, la classe {{name}} n’a pas assez d’entreprises connues : toutes tailles sont prises.',
  classCurrency:
    'Les classes sont en euros, vos chiffres non : toutes tailles sont prises. Choisissez la vôtre.',
  classes: {
    small: 'moins de 2 M€',
    medium: 'de 2 à 10 M€',
    large: 'de 10 à 50 M€',
    largest: 'plus de 50 M€',
    all: 'toutes tailles',
  },
  vat: 'TVA des ventes',
  vatHint: 'Pour ramener les ventes TTC au hors taxes.',
  customers: 'Délai clients',
  suppliers: 'Délai fournisseurs',
  own: 'Vous',
  first: 'Premier quartile',
  median: 'Médiane',
  third: 'Troisième quartile',
  measure: 'Jours',
  strip:
    '{{name}} : vous {{own}} ; premier quartile {{first}}, médiane {{median}}, troisième quartile {{third}}',
  quarter: {
    first: 'le quart le plus court',
    second: 'sous la médiane',
    third: 'au-dessus de la médiane',
    fourth: 'le quart le plus long',
  },
  place: 'Position',
  toMedian: 'Rejoindre la médiane libérerait {{amount}} ({{days}} de moins).',
  toFirst: 'Rejoindre le premier quartile libérerait {{amount}} ({{days}} de moins).',
  atFirst: 'Vous êtes déjà sous le premier quartile : il n’y a rien à rattraper.',
  aim: 'En faire un objectif',
  bridgeTitle: 'Pourquoi ce n’est pas le DSO du tableau de bord',
  bridgeLead: 'Du DSO comptable au délai des comptes publiés, en jours',
  bridgeDso: 'DSO comptable',
  bridgeWindow: 'Ventes de douze mois, encours de clôture',
  bridgeYear: 'Année de 360 jours',
  bridgeTax: 'Ventes hors taxes',
  bridgeDays: 'Délai clients des comptes publiés',
  months_one: 'Vos données couvrent {{number}} mois : il compte pour 30 jours.',
  months_other: 'Vos données couvrent {{number}} mois : ils comptent pour 30 jours chacun.',
  how: 'Délai clients : encours TTC {{balance}} ÷ ventes hors taxes {{flow}} × {{days}} jours.',
  howVat: 'Ventes ramenées au hors taxes à {{percent}} de TVA.',
  howBooks: 'Ventes hors taxes : celles de vos données.',
  howSuppliers:
    'Délai fournisseurs : dettes TTC {{balance}} ÷ achats hors taxes {{flow}} × {{days}} jours.',
  sourceTitle: 'D’où viennent ces chiffres',
  source:
    'Jeu de données « {{dataset}} » de data.economie.gouv.fr : comptes annuels déposés à l’INPI, ratios de la Banque de France, repris le {{date}}.',
  doubts:
    'À savoir : pour chaque classe, c’est l’exercice le plus récent, sans que la reprise dise lequel ni combien d’entreprises ; la formule exacte et l’année de 360 jours sont celles d’usage, non vérifiées à la source. L’encours des comptes contient la TVA, le chiffre d’affaires non : ces délais sont plus longs qu’un DSO sur ventes TTC.',
};
