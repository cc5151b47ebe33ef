/** Every term that a figure is called by, in a sentence or two. */
export const glossaryNames = {
  dso: 'DSO',
  accountingDso: 'DSO comptable',
  rollBackDso: 'DSO par épuisement',
  bestPossibleDso: 'DSO optimal (BPDSO)',
  add: 'Retard dans le DSO (ADD)',
  receivables: 'Encours clients',
  overdue: 'Échu',
  term: 'Délai convenu',
  late: 'Retard',
  disputed: 'Litige',
  cash: 'Trésorerie mobilisable',
  average: 'Libéré en moyenne',
  rate: 'Financement',
  net: 'Gain net',
  day: 'Valeur d’un jour',
  aging: 'Balance âgée',
  cei: 'Efficacité du recouvrement (CEI)',
  dio: 'Rotation des stocks (DIO)',
  dpo: 'Crédit fournisseurs (DPO)',
  bfr: 'BFR',
  ccc: 'Cycle de conversion de trésorerie',
  p10: 'P10, P50, P90',
} as const;

export const glossary = {
  dso: 'Délai de règlement des clients, en jours de ventes : ce que vos clients vous doivent, exprimé en jours de chiffre d’affaires TTC.',
  accountingDso:
    'Encours ÷ ventes de la fenêtre × jours de la fenêtre. Il suppose des ventes régulières : une saison le fausse.',
  rollBackDso:
    'L’encours épuise les ventes des mois les plus récents : jours entiers de chaque mois épuisé, puis une part du dernier. 10 000 d’encours, ventes de 6 400, 2 600 et 4 000 : 30 + 31 + 7,5 = 68,5 jours.',
  bestPossibleDso:
    'Le DSO de la part non échue : celui que vous auriez si chacun payait à l’échéance.',
  add: 'DSO − DSO optimal : les jours qui tiennent au retard.',
  receivables: 'Factures émises et non réglées, TTC, à la date d’arrêté.',
  overdue: 'La part de l’encours dont l’échéance est passée.',
  term: 'Jours de l’émission à l’échéance.',
  late: 'Jours de l’échéance au règlement, ou à la date d’arrêté pour ce qui est encore dû.',
  disputed:
    'Une facture que le client conteste. Elle pèse dans le DSO sans que les relances y puissent rien.',
  cash: 'Ce que libéreraient, à la date d’arrêté, les actions proposées si elles étaient en vigueur depuis toujours.',
  average:
    'La moyenne de la trésorerie libérée sur l’année. Le gain se compte sur elle, pas sur le montant à la date d’arrêté, que la saison gonfle ou réduit.',
  rate: 'Le taux annuel de ce que coûte l’argent : découvert, emprunt, ou placement manqué.',
  net: 'Libéré en moyenne × financement + pertes évitées − coût des leviers, par an.',
  day: 'Ventes d’un jour : ce qu’un jour de DSO en moins libère.',
  aging: 'L’encours réparti selon l’ancienneté du retard.',
  cei: 'Part de ce qui pouvait être encaissé sur la période et l’a été.',
  dio: 'Stocks ÷ coût des ventes × jours.',
  dpo: 'Dettes fournisseurs ÷ achats × jours.',
  bfr: 'Stocks + encours clients − dettes fournisseurs : l’argent que l’activité immobilise.',
  ccc: 'DSO + DIO − DPO : jours entre le paiement des fournisseurs et celui des clients.',
  p10: 'Neuf, cinq et une fois sur dix, les tirages donnent au moins ce montant.',
} as const satisfies Record<keyof typeof glossaryNames, string>;
