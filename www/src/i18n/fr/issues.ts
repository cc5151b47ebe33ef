import type { IssueCode } from '../../engine/pkg/encours';

/** Findings on the data. */
export const issues = {
  'empty-input': 'Il n’y a rien à lire : le texte est vide.',
  'binary-input':
    'Ce n’est pas du texte mais un fichier binaire (image, PDF, archive…). Donnez un classeur ou un CSV, ou collez le tableau.',
  'nul-byte': 'Le texte contient un octet nul : le fichier est endommagé ou n’est pas du texte.',
  'not-a-table':
    'Ce texte n’est pas un tableau : on attend des colonnes séparées par un point-virgule, une virgule, une tabulation ou une barre verticale.',
  'one-column':
    'Une seule colonne a été trouvée. Il faut au moins une colonne de mois ou de dates et une colonne de montants.',
  'too-many-columns': 'Il y a trop de colonnes. Ne gardez que celles qui servent au calcul.',
  'line-too-long':
    'Une ligne est trop longue : un guillemet ouvert n’est peut-être jamais refermé.',
  'no-data-rows': 'La ligne d’en-têtes est seule : il n’y a aucune ligne de données en dessous.',
  'unrecognised-columns':
    'Les colonnes ne sont celles d’aucune nature connue : série mensuelle, liste de factures, balance âgée, FEC, règlements. Indiquez leur sens sous « Sens des colonnes ».',
  'missing-column':
    'Il manque une colonne indispensable. Indiquez laquelle la contient, sous « Sens des colonnes ».',
  'datev-postings':
    'C’est un lot d’écritures pour DATEV : il ne contient pas de soldes et ses comptes dépendent du plan allemand. Exportez la liste des postes ouverts (OPOS) en CSV.',
  'payments-alone':
    'Ce sont des règlements, sans les factures qu’ils paient : donnez aussi la liste des factures.',
  unbalanced: 'Débits et crédits diffèrent : le FEC n’est pas complet.',
  'no-receivable-accounts':
    'Aucun compte client (411) : c’est sans doute une comptabilité de trésorerie. Ventes, achats et stocks sont lus ; pour un DSO, saisissez l’encours clients.',
  'opening-differs':
    'Les comptes clients à l’ouverture de cet exercice diffèrent de la clôture du précédent.',
  'years-overlap': 'Cet exercice commence avant la fin du précédent : son fichier est mis de côté.',
  'file-set-aside': 'Ce fichier est d’une autre nature que le premier : il est mis de côté.',
  'invalid-direction': 'Le sens n’est ni débit ni crédit : la ligne est rejetée.',
  'duplicate-rows':
    'Des lignes sont identiques : elles comptent pour autant de factures. Vous pouvez les écarter.',
  'repeated-totals': 'Des lignes répètent le total de leur facture : il n’est compté qu’une fois.',
  'minor-units-assumed':
    'Les montants semblent être en centimes, comme les écrivent les services de paiement : ils sont divisés par cent.',
  'payment-without-invoice':
    'Des règlements ne correspondent à aucune facture donnée : ils ne comptent pas.',
  'paid-beyond-amount':
    'Des règlements dépassent le montant de leur facture : l’excédent ne compte pas.',
  'ages-do-not-add-up':
    'Des tranches d’âge ne font pas le solde du client : ce sont les tranches qui comptent.',
  'not-due-unknown':
    'La balance ne dit pas ce qui n’est pas échu : la part en retard n’est pas connue.',
  'partial-lettering': 'Des lettrages ne s’équilibrent pas : leurs lignes comptent comme ouvertes.',
  'duplicates-set-aside': 'Des lignes identiques sont mises de côté.',
  'invoice-lines': 'Des lignes d’une même facture sont additionnées.',
  'dated-payments':
    'Des règlements couvrent une partie de leur facture : chacun compte à sa date, le reste demeure ouvert.',
  'opening-entries': 'Les écritures d’à-nouveaux entrent dans les soldes, jamais dans les ventes.',
  'opening-items-undated':
    'Des lignes clients d’à-nouveaux ne disent pas de quand date la facture : elles comptent depuis l’ouverture.',
  'no-accepted-rows': 'Aucune ligne n’a pu être lue ; les constats suivants disent pourquoi.',
  'no-header': 'Aucune ligne d’en-têtes : le sens des colonnes a été déduit de leur contenu.',
  'invalid-bytes': 'Des caractères illisibles dans cet encodage ont été remplacés.',
  'unknown-encoding':
    'Le texte vient d’un encodage non pris en charge (DOS, sans doute) : les accents sont faux, les chiffres non.',
  'ambiguous-date-order':
    'Toutes les dates peuvent se lire jour-mois ou mois-jour : une lecture a été supposée.',
  'mixed-date-order': 'Certaines dates ne se lisent que jour-mois, d’autres que mois-jour.',
  'ambiguous-decimal-mark':
    'Tous les montants peuvent se lire avec des décimales ou avec des milliers : une lecture a été supposée.',
  'mixed-decimal-marks':
    'Certains montants ont une virgule décimale, d’autres un point : la colonne mêle deux écritures.',
  'invalid-date': 'Cette date n’existe pas ou ne se lit pas : la ligne est rejetée.',
  'invalid-month': 'Ce mois ne se lit pas : la ligne est rejetée.',
  'invalid-amount': 'Ce montant ne se lit pas : la ligne est rejetée.',
  'amount-too-large': 'Ce montant dépasse 15 chiffres entiers : la ligne est rejetée.',
  'missing-value': 'Une cellule indispensable est vide : la ligne est rejetée.',
  'ragged-row': 'La ligne a plus de cellules que l’en-tête : elle est rejetée.',
  'duplicate-month':
    'Ce mois figure déjà plus haut : la première ligne est gardée, celle-ci est rejetée.',
  'missing-month': 'Des mois manquent dans l’historique.',
  'unclosed-quote':
    'Un guillemet n’est jamais refermé : la suite du texte tient dans une seule cellule.',
  'negative-receivables':
    'L’encours est négatif : il n’y a rien à épuiser, le DSO par épuisement n’est pas défini.',
  'tax-basis-mixed':
    'Les ventes sont hors taxes alors que l’encours est TTC : tous les DSO sont trop longs du taux de TVA. Indiquez ce taux dans les conventions.',
  'only-open-invoices':
    'Le fichier ne contient que des factures ouvertes : les ventes sont incomplètes, donc les DSO trop longs.',
  'other-currency':
    'Des factures sont dans une autre devise : elles sont mises de côté, jamais additionnées.',
  'paid-date-unknown':
    'Des factures réglées n’ont pas de date de règlement : elles comptent dans les ventes, mais dans l’encours d’aucun mois.',
  'partly-paid':
    'Des factures sont réglées en partie à une date inconnue : seul leur reste dû est dans l’encours.',
  'amount-rounded': 'Des montants ont plus de trois décimales : ils sont arrondis à trois.',
  'tax-basis-assumed': 'L’en-tête ne dit pas si les ventes sont TTC : elles sont supposées l’être.',
  'title-line': 'Des lignes de titre précèdent l’en-tête : elles ne sont pas lues.',
  'totals-row': 'Des lignes de total ne sont pas lues.',
  'blank-row': 'Des lignes aux cellules vides sont mises de côté.',
  'void-set-aside': 'Des factures annulées ou en brouillon sont mises de côté.',
  'bill-set-aside': 'Des factures de fournisseurs sont mises de côté.',
  'credit-notes': 'Des avoirs sont comptés en ventes et en encours négatifs.',
  'paid-before-issue': 'Des factures sont réglées avant leur émission.',
  'due-before-issue': 'Des factures sont échues avant leur émission.',
  'no-due-date': 'Des factures n’ont pas d’échéance : elles ne sont jamais comptées comme échues.',
  'issued-after-as-of':
    'Des factures sont émises après la date d’arrêté : elles ne sont pas dans les chiffres.',
} as const satisfies Record<IssueCode, string>;
