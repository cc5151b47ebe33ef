import type { TargetKind, TargetState } from '../../engine/pkg/encours';

/** What is to be reached, and what is done for it. */
export const targets = {
  tab: 'Objectifs et plan',
  title: 'Objectifs',
  none: 'Aucun objectif n’est fixé',
  lead: 'Un objectif se mesure sur la droite qui va de sa valeur de départ à la date choisie. Il reste dans le dossier : ouvrez-le avec de nouvelles données pour suivre les progrès.',
  finding_one: '{{kept}} objectif sur {{number}} est atteint ou en bonne voie',
  finding_other: '{{kept}} objectifs sur {{number}} sont atteints ou en bonne voie',
  kind: 'Objectif',
  value: 'À atteindre',
  by: 'Pour le',
  set: 'Fixer cet objectif',
  replace: 'Remplacer cet objectif',
  giveUp: 'Retirer l’objectif : {{name}}',
  full: 'Un plan tient au plus {{number}} objectifs.',
  unset: 'Aujourd’hui, ce chiffre n’est pas défini : l’objectif ne pourrait pas être suivi.',
  isMet: 'Déjà atteint : {{now}} au {{date}}. Choisissez une valeur plus ambitieuse.',
  isPast: 'Cette date n’est pas après celle des chiffres, le {{date}}.',
  lessBy: '{{value}} au plus, pour le {{date}}',
  moreBy: '{{value}} à libérer, pour le {{date}}',
  now: 'À la date des chiffres',
  onTheDay: 'Au jour dit',
  freed: 'Libéré',
  start: 'Au départ, le {{date}}',
  expected: 'Sur la droite',
  left: 'Reste',
  cash: 'En trésorerie',
  way: 'Chemin fait : {{percent}}',
  undefined: 'Ce chiffre n’est pas défini à cette date : {{reason}}',
  how: 'Chemin fait : (départ − aujourd’hui) ÷ (départ − objectif). La droite va du départ à l’objectif, au prorata des jours. En trésorerie : jours restants × ventes d’un jour ; pour le DSO par épuisement, l’encours moins les ventes des derniers jours visés ; pour le taux d’échu, ce qui doit rentrer de l’échu pour que le reste fasse le taux visé.',
  howCash:
    'Trésorerie libérée : jours de DSO comptable perdus depuis le départ × ventes d’un jour aujourd’hui.',
};

export const targetKinds = {
  rollBackDso: 'DSO par épuisement',
  accountingDso: 'DSO comptable',
  overduePercent: 'Taux d’échu',
  cash: 'Trésorerie libérée',
} as const satisfies Record<TargetKind, string>;

export const targetStates = {
  reached: 'atteint',
  onTrack: 'en bonne voie',
  behind: 'en retard sur la droite',
  missed: 'manqué',
  notSet: 'fixé après cette date',
} as const satisfies Record<TargetState, string>;

export const actionPlan = {
  title: 'Plan d’action',
  none: 'Le plan d’action est vide',
  finding_one: '{{number}} action au plan : {{effect}} attendus, dont {{done}} d’actions terminées',
  finding_other:
    '{{number}} actions au plan : {{effect}} attendus, dont {{done}} d’actions terminées',
  findingOpen_one: '{{number}} action au plan : {{effect}} attendus',
  findingOpen_other: '{{number}} actions au plan : {{effect}} attendus',
  findingPlain_one: '{{number}} action au plan',
  findingPlain_other: '{{number}} actions au plan',
  what: 'Action',
  who: 'Responsable',
  by: 'Échéance',
  effect: 'Effet attendu',
  effectHint: 'trésorerie',
  state: 'État',
  add: 'Ajouter une action',
  example: 'Relancer les dix plus gros retards',
  whoExample: 'Nom ou service',
  remove: 'Retirer l’action : {{name}}',
  full: 'Un plan tient au plus {{number}} actions.',
  late: 'échéance passée',
  unnamed: 'Action sans titre',
  proposed: 'Proposé d’après vos données',
  proposedLead: 'Chaque levier essayé seul, dans sa forme usuelle ; l’effet reste modifiable.',
  take: 'Ajouter au plan',
  taken: 'Au plan',
  sum: 'Les effets s’additionnent sans se corriger l’un de l’autre : un scénario qui réunit les leviers dit leur effet commun.',
  callTitle: 'Qui appeler d’abord',
  callFinding: 'Les retards coûtent {{cost}} par an ; {{name}} en fait {{part}}',
  callNone: 'Aucun retard ne coûte',
  callAll: 'Tous les clients, par coût de leurs retards',
  call: 'Appeler {{name}}',
  callLine: '{{cost}} par an · {{late}} en retard en moyenne',
  callLineOfDate: '{{cost}} par an · {{late}} échus à la date',
};

export const actionStates = {
  toDo: 'à faire',
  underWay: 'en cours',
  done: 'terminée',
  dropped: 'abandonnée',
} as const;
