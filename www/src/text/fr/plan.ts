/** What was planned when a dossier was frozen, and what came true. */
export const plan = {
  tab: 'Prévu et réalisé',
  freeze: 'Figer au {{date}}',
  frozenAt: 'figé',
  waits:
    'Les chiffres du {{date}} sont figés. Donnez l’export d’une date plus récente : ce qui s’est réalisé se comparera ici au plan.',
  otherPart: 'Figé : {{frozen}}. Affiché : {{now}}. Ces chiffres ne se comparent pas.',
  otherConventions:
    'Les conventions ne sont plus celles du {{date}} : ces DSO ne se comparent pas.',
  comeBack: 'Reprendre le périmètre et les conventions du {{date}}',
  whole: 'ensemble des données',
  differs:
    'Les chiffres figés sont en {{frozen}}, les nouvelles données en {{now}} : elles ne se comparent pas.',
  undefined: 'Le DSO n’est pas défini aux deux dates : seuls les montants se comparent.',
  title: {
    reached: 'Le plan est tenu : {{after}} de DSO, {{planned}} étaient prévus',
    missed: 'Il manque {{days}} au plan : {{after}} de DSO, {{planned}} étaient prévus',
    less: 'Le DSO a reculé de {{days}} depuis le {{date}}',
    more: 'Le DSO a gagné {{days}} depuis le {{date}}',
    none: 'Le DSO n’a pas changé depuis le {{date}}',
  },
  against: 'Plan « {{name}} », figé au {{date}}',
  measure: 'Mesure',
  before: 'Au {{date}}',
  planned: 'Prévu',
  actual: 'Au {{date}}, réalisé',
  gap: 'Écart au plan',
  change: 'Évolution',
  rollBack: 'DSO par épuisement, en jours',
  accounting: 'DSO comptable, en jours',
  receivables: 'Encours clients',
  cash: 'Trésorerie libérée par les règlements',
  cashHow:
    'Trésorerie réalisée : (effet du rythme des ventes − évolution du DSO comptable) × valeur d’un jour de ventes au {{date}}. Ce qui vient de ventes plus hautes ou plus basses n’y est pas. Celle du plan est celle qui fut promise, aux ventes d’alors.',
  causesTitle: 'D’où viennent les écarts',
  causesLead: 'DSO comptable, en jours',
  step: 'Du {{date}} au plan',
  stepGap: 'Du plan au réalisé',
  stepActual: 'Du {{from}} au {{to}}',
  start: 'Départ',
  end: 'Arrivée',
  leversOf: 'Leviers du plan : {{levers}}',
  leversElse:
    'Ces leviers ne se distinguent pas l’un de l’autre dans les nouvelles données : {{levers}}. Leur effet est dans les lignes ci-dessus.',
  causesHow:
    'Comme pour l’évolution du DSO : chaque part compte à la moyenne des rythmes de vente des deux dates, et les parts s’ajoutent à l’écart. Un départ et une arrivée pour chaque colonne : la seconde reprend où la première finit.',
} as const;
