/** A dossier in an address. */
export const link = {
  copy: 'Copier un lien',
  copyHint: 'leviers et totaux par mois, sans nom',
  title: 'Ce que le lien contient',
  scenarios_one: '{{number}} scénario, avec ses leviers et leur coût',
  scenarios_other: '{{number}} scénarios, avec leurs leviers et leur coût',
  noScenario: 'aucun scénario : aucun levier n’est actif',
  months: 'les totaux par mois, de {{from}} à {{to}}',
  settings: 'les conventions, les soldes saisis et le taux de financement',
  ofPart: 'ces totaux sont ceux du segment affiché, dont le nom reste à part',
  noNames: 'aucun nom de client, aucune facture, aucun nom de scénario ni de dossier',
  left_one: '{{number}} levier reste à part : il vise certains clients ou certaines factures',
  left_other:
    '{{number}} leviers restent à part : ils visent certains clients ou certaines factures',
  nothingSent: 'Tout est dans l’adresse, après le « # » : rien n’est envoyé à un serveur.',
  replay:
    'Chez qui l’ouvre, les scénarios sont estimés sur ces totaux, et non rejoués sur vos factures. Le DSO d’aujourd’hui est le même.',
  seen: 'Les scénarios, chez vous et chez qui ouvre le lien',
  freed: 'Trésorerie libérée',
  here: 'chez vous',
  there: 'chez qui l’ouvre',
  notThere: 'sans chiffre',
  make: 'Copier le lien',
  copied: 'Lien copié',
  refused: 'Le presse-papiers est hors de portée : copiez l’adresse ci-dessous.',
  address: 'Adresse',
  file: 'Donner le fichier',
  tooLong:
    'L’adresse aurait {{letters}} caractères, plus que ce que les messageries acceptent : donnez plutôt le fichier.',
  noSales:
    'Un lien porte des ventes par mois, et ces données n’en ont pas : donnez plutôt le fichier.',
  insideMonth:
    'Un lien porte des mois entiers, et ces chiffres sont arrêtés en cours de mois : donnez le fichier, ou choisissez une fin de mois.',
  fromFile: 'Cette page est ouverte depuis un fichier : le lien ne marchera que sur ce poste.',
  reading:
    'Lien en lecture seule : totaux par mois, sans nom de client ni facture. Rien n’est gardé.',
  part: 'Ces totaux sont ceux d’un segment, non de toute l’entreprise.',
  readOnly: 'Lecture seule : reprenez les scénarios du lien pour les modifier.',
  told: 'Chez qui l’a envoyé, factures rejouées une à une, ce scénario libère {{cash}} et rapporte {{net}} par an ; estimé ici sur les totaux par mois : {{here}}.',
  takeOver_one: 'Reprendre ce scénario',
  takeOver_other: 'Reprendre ces scénarios',
} as const;
