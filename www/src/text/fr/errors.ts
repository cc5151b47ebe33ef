import type { ErrorCode } from '../../engine/error';

/** Why a figure or an answer cannot be given. */
export const errors = {
  'no-data': 'Aucune donnée n’a encore été lue.',
  'no-sales': 'Aucune vente positive dans la période : le DSO n’est pas défini.',
  'missing-receivables': 'L’encours à cette date n’est pas connu.',
  'payments-unknown':
    'Rien ne dit quelles factures sont payées, or ce calcul en dépend. Donnez aussi la liste des règlements, ou les statuts de cycle de vie.',
  'negative-receivables': 'L’encours est négatif.',
  'missing-opening-receivables': 'L’encours d’ouverture de la fenêtre n’est pas connu.',
  'missing-overdue': 'Ni échéances, ni encours échu : la part en retard n’est pas connue.',
  'missing-inventory': 'Les stocks à cette date ne sont pas connus.',
  'missing-payables': 'Les dettes fournisseurs à cette date ne sont pas connues.',
  'missing-cost': 'Ni coût des ventes, ni achats connus sur toute la fenêtre.',
  'missing-opening-balance':
    'Le stock ou la dette fournisseurs d’ouverture de la fenêtre n’est pas connu.',
  'no-receivables': 'Il n’y a pas d’encours à cette date.',
  'nothing-to-collect': 'Rien n’était à encaisser dans la période.',
  'no-customers': 'Les données ne distinguent pas les clients.',
  'unknown-customer': 'Aucun client ne porte ce nom dans ces données.',
  'unknown-segment': 'Ces données n’ont pas ce segment, ou pas cette valeur.',
  'mixed-currencies': 'Ces données mêlent plusieurs devises, qui ne s’additionnent pas sans taux.',
  'no-settled-invoices': 'Aucune facture réglée dans la fenêtre.',
  'missing-term': 'Sans échéances, il faut indiquer le délai de règlement convenu.',
  'missing-as-of': 'La date de ces soldes n’est pas connue : donnez-la.',
  'amount-too-large': 'Ces montants sont trop grands pour être additionnés exactement.',
  'too-many-parts':
    'Ces leviers découpent chaque facture en plus de parties que le simulateur n’en distingue ({{most}}) : retirez un plan ou donnez-leur la même part.',
  'nothing-in-scope': 'Rien dans vos données n’entre dans la portée de ce levier.',
  'needs-invoices': 'Une portée par client ou par montant demande une liste de factures.',
  'needs-single-invoices':
    'Des lignes regroupent plusieurs factures : le montant de chacune n’est pas connu, une portée par montant ne peut pas être suivie.',
  'missing-loss': 'Ces données ne disent pas ce qui se perd : donnez la perte, en part des ventes.',
  'history-too-short': 'L’historique est trop court pour ce calcul.',
  'as-of-outside-history': 'Cette date est hors de l’historique.',
  'as-of-inside-month': 'Une série mensuelle ne connaît que les fins de mois.',
  'out-of-range': '{{value}} : la valeur doit aller de {{least}} à {{most}}.',
  'not-a-number': '« {{value}} » ne se lit pas comme un nombre.',
  'not-a-workbook':
    'Ce fichier n’est pas un classeur lisible (XLSX, XLSB, XLS ou ODS), ou bien il est endommagé.',
  'encrypted-workbook':
    'Ce classeur est protégé par un mot de passe. Enregistrez-le sans mot de passe, ou collez le tableau.',
  'bad-request': 'Cette demande n’a pas été comprise.',
  'parquet-unreadable':
    'Ce fichier Parquet ne se lit pas : il est incomplet, chiffré ou d’un codage inconnu. Donnez-le en CSV.',
  'file-unreadable': 'Le fichier ne peut pas être lu : il a été déplacé, modifié ou est protégé.',
  'folder-too-large': 'Plus de 200\u00a0000 fichiers : donnez-en une partie.',
  'workbook-too-large':
    'Ce classeur est trop grand : 100\u00a0Mo au plus, et 256\u00a0Mo une fois décompressé en texte. Exportez la feuille en CSV : un fichier texte se lit quelle que soit sa taille.',
  'zip-without-workbook':
    'Ce fichier est une archive ZIP, sans classeur. Décompressez-la, puis donnez les fichiers qu’elle contient.',
  'reading-cancelled': 'Lecture annulée : aucune donnée n’est retenue.',
  'engine-stopped': 'Le moteur de calcul s’est arrêté deux fois sur ces données.',
  'input-stops-engine':
    'Le moteur de calcul s’arrête sur {{value}} : ces données ont été mises de côté. Les suivantes se lisent normalement.',
  'memory-full':
    'La mémoire que le navigateur accorde à une page ne suffit pas à ces données : elles ont été mises de côté. Donnez moins de mois ou d’entités à la fois, ou des factures groupées par un entrepôt de données.',
  'engine-unavailable': 'Le moteur de calcul n’a pas pu démarrer. Réessayez, ou rechargez la page.',
  'engine-unsupported':
    'Ce navigateur ne peut pas exécuter le moteur de calcul (WebAssembly avec SIMD). Il faut Safari 16.4, Firefox 115, Chrome ou Edge 111, ou plus récent ; sur iPhone, iPad et Mac, le mode Isolement doit être désactivé pour ce site.',
} as const satisfies Record<ErrorCode, string>;

/** Why a typed number is refused. */
export const typed = {
  example: 'ex. 1,2 M',
  empty: 'Donnez un nombre.',
  notANumber: '« {{text}} » ne se lit pas comme un nombre.',
  ambiguous: '« {{text}} » peut se lire de deux façons : écrivez les milliers sans séparateur.',
  range: 'De {{least}} à {{most}}.',
  /** What stands between two numbers of a list. */
  between: ' ; ',
} as const;
