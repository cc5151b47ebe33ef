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
    'Les colonnes ne sont celles d’aucune nature connue : série mensuelle, liste de factures, balance âgée, compte client, FEC, règlements. Indiquez leur sens sous « Sens des colonnes ».',
  'missing-column':
    'Il manque une colonne indispensable. Indiquez laquelle la contient, sous « Sens des colonnes ».',
  'datev-postings':
    'C’est un lot d’écritures pour DATEV : il ne contient pas de soldes et ses comptes dépendent du plan allemand. Exportez la liste des postes ouverts (OPOS) en CSV.',
  'payments-alone':
    'Ce sont des règlements, sans les factures qu’ils paient. Donnez aussi la liste des factures.',
  'checks-alone':
    'Ce sont les contrôles d’un entrepôt de données, sans l’extrait dont ils parlent. Donnez-le avec eux.',
  'no-sales-documents':
    'Aucune facture de vente n’a pu être lue dans ce qui a été donné : les constats disent pourquoi, fichier par fichier.',
  'sales-journal-alone':
    'C’est un journal de ventes seul : aucun règlement n’y figure, il ne dit donc pas ce que doivent les clients. Donnez le FEC ou le grand livre entier.',
  'open-items-alone':
    'Ce ne sont que des débits de comptes clients, sans autre compte : des postes ouverts, pas un grand livre. Donnez le FEC entier, ou la liste des factures ouvertes.',
  unbalanced: 'Débits et crédits diffèrent : le FEC n’est pas complet.',
  'no-receivable-accounts':
    'Aucun compte client (411) : c’est sans doute une comptabilité de trésorerie. Ventes, achats et stocks sont lus. Pour un DSO, saisissez l’encours clients.',
  'other-chart-of-accounts':
    'Les comptes ne suivent pas le plan comptable français : encours, ventes, stocks et dettes fournisseurs ne sont pas lus. Donnez une liste de factures ou saisissez les soldes.',
  'opening-assumed':
    'Rien ne désigne les écritures d’à-nouveaux : celles du premier jour, qui ne touchent que des comptes de bilan, dont des capitaux, sont prises comme telles.',
  'no-openings':
    'Le FEC n’a pas d’à-nouveaux, et des règlements y sont lettrés sans leur facture : ceux des clients qu’ils rendraient créditeurs sont mis de côté.',
  'sales-conventions-differ':
    'Sur la fenêtre, les ventes varient d’au moins 2 % selon ce que l’on compte comme tel. Choisissez sous « Ventes d’un FEC », dans les conventions.',
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
    'Des tranches d’âge ne font pas le solde du client : c’est le solde qui compte, et ce qui n’est dans aucune tranche n’est ni échu ni à échoir.',
  'not-due-unknown':
    'La balance ne dit pas ce qui n’est pas échu : la part en retard n’est pas connue.',
  'partial-lettering': 'Des lettrages ne s’équilibrent pas : leurs lignes comptent comme ouvertes.',
  'duplicates-set-aside': 'Des lignes identiques sont mises de côté.',
  'invoice-lines': 'Des lignes d’une même facture sont additionnées.',
  'dated-payments':
    'Des règlements couvrent une partie de leur facture : chacun compte à sa date, le reste demeure ouvert.',
  'zero-lines': 'Des lignes sans débit ni crédit sont mises de côté.',
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
  'invalid-count':
    'Ce nombre de factures n’est pas un nombre entier au-dessus de zéro : la ligne est rejetée.',
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
  'units-may-differ':
    'L’encours et les ventes ne semblent pas dans la même unité, l’un en milliers par exemple. Vérifiez les deux montants.',
  'sales-of-month-unknown':
    'Les ventes du mois, arrêtées à cette date, ne sont pas dans le fichier des ventes. Choisissez une fin de mois qu’il connaît, ou saisissez-les.',
  'only-open-invoices':
    'Le fichier ne contient que des factures ouvertes : sans les ventes, il n’y a pas de DSO. Saisissez-les, ou donnez celles de chaque mois dans un second fichier.',
  'other-currency':
    'Des factures sont dans une autre devise : elles sont mises de côté, jamais additionnées.',
  'paid-date-unknown':
    'Des factures réglées n’ont pas de date de règlement : elles comptent dans les ventes, mais dans l’encours d’aucun mois.',
  'part-paid-unknown':
    'Des factures sont dites réglées en partie, sans dire de combien : elles comptent en entier. Ajoutez une colonne du reste dû.',
  'paid-but-open':
    'Des factures sont dites réglées alors qu’un reste dû est indiqué : ce reste compte.',
  'issue-date-assumed':
    'Aucune colonne ne dit quand les factures ont été émises : les ventes par mois, et donc le DSO, ne valent que ce que valent les échéances. Ajoutez les dates de facture.',
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
  'rate-missing':
    'Une devise reste à part, dans aucun chiffre : il lui manque des cours. Donnez-les sous « Entités et devises ».',
  'factored-apart':
    'Un factor porte une part de l’encours : elle n’est pas dans les chiffres (DSO publié). Analyses, « Deux méthodes » montre le DSO économique et permet de la compter partout.',
  'table-not-read':
    'Un autre tableau du même fichier n’est pas lu : ses lignes ne sont dans aucun chiffre. S’il compte, donnez-le dans un fichier à part.',
  'two-columns-fit':
    'Deux colonnes conviennent pour le même rôle, avec des montants différents. Vérifiez que la bonne est lue.',
  'amount-not-used':
    'Une colonne de montants n’est pas lue, et rien ne la rattache à celles qui le sont. Si c’est la bonne, choisissez-la.',
  'two-kinds-fit':
    'Ces lignes pourraient aussi se lire comme des données d’une autre nature. Si celle qui est retenue n’est pas la bonne, changez-la.',
  'no-payment-column':
    'Aucune colonne ne dit ce qui est réglé : toutes les factures comptent comme ouvertes. S’il y a eu des règlements, indiquez la colonne qui les porte ou donnez-en la liste.',
  'amounts-excl-tax':
    'Ce qui est dû ou réglé n’est connu que hors taxes : l’encours est faussé de la TVA. Si une colonne est TTC, choisissez-la.',
  'tax-bases-differ':
    'L’encours est hors taxes et les ventes sont TTC : aucun DSO ne s’en déduit, ces ventes ne sont pas lues. Donnez les deux TTC.',
  'more-cells-than-headings':
    'Trop de lignes ont plus de cellules qu’il n’y a d’en-têtes, comme lorsque la virgule sépare à la fois les cellules et les décimales : aucun chiffre n’en est tiré. Exportez avec un point-virgule, ou en classeur.',
  'totals-differ':
    'Une ligne de total, en fin de tableau, n’est pas la somme des lignes lues. Elle ne compte pas, mais il manque peut-être des lignes, ou il y en a de trop.',
  'cells-joined':
    'Un séparateur se trouvait à l’intérieur d’un texte : des cellules voisines ont été réunies, pour que les montants restent dans leur colonne. Vérifiez ces lignes.',
  'stray-quote':
    'Des guillemets n’encadrent rien : ils sont lus comme des caractères ordinaires. Vérifiez la ligne du premier.',
  'unknown-status':
    'Des statuts ne sont pas reconnus. Ces factures sont mises de côté, à moins qu’une autre colonne ne dise ce qui en est réglé ou dû. Si elles comptent, corrigez le statut ou n’utilisez pas cette colonne.',
  'unknown-type':
    'Des types de pièce ne sont pas reconnus : ces pièces sont mises de côté. Si elles comptent, corrigez le type ou n’utilisez pas cette colonne.',
  'credit-view':
    'Les montants sont négatifs pour la plupart, comme dans une vue au crédit : les signes sont inversés, ce qui est dû compte en positif.',
  'open-exceeds-amount':
    'Des restes dus dépassent le montant de leur facture, ou sont de signe contraire. Ils comptent tels quels. Vérifiez le sens de ces colonnes.',
  'ages-from-invoice-date':
    'Les tranches de cette balance partent de la date de facture, non de l’échéance : la part échue n’est pas connue. Pour l’avoir, exportez la balance par échéance.',
  'late-without-age':
    'Des montants échus ne sont dans aucune tranche : ils comptent comme échus, sans ancienneté.',
  'ambiguous-title-date':
    'La date du titre peut se lire jour-mois ou mois-jour : une lecture a été supposée. Vérifiez la date d’arrêté.',
  'implausible-year':
    'Une date est éloignée des autres de plusieurs années, sans doute une faute de frappe. La facture compte à cette date. Corrigez-la dans le fichier.',
  'implausible-receivables':
    'L’encours est très petit devant les ventes : cette colonne est peut-être un nombre plutôt qu’un montant. Vérifiez que c’est la bonne.',
  'count-of-customers':
    'Cette colonne compte des clients, elle ne dit pas ce qu’ils doivent. Indiquez celle de l’encours.',
  'entities-with-gaps':
    'Les entités ne sont pas toutes présentes chaque mois : à leur somme, il manquerait les absentes. Complétez les mois, ou donnez une seule entité.',
  'iif-postings':
    'C’est un fichier d’écritures pour QuickBooks (IIF) : il ne contient pas de soldes. Exportez la liste des factures ou la balance âgée, en classeur ou en CSV.',
  'ledger-postings':
    'Ce sont des écritures dont les pièces s’annulent, pas des factures. Donnez la liste des factures, le grand livre des clients ou le FEC.',
  'no-invoices-in-ledger':
    'Ce sont des mouvements de compte où aucune facture à un client n’est reconnue, comme sur un relevé bancaire. Donnez le grand livre des clients ou la liste des factures.',
  'overlap-set-aside':
    'Des lignes figurent aussi dans un fichier donné avant : elles ne comptent qu’une fois.',
  'groups-beside-list':
    'Deux fichiers contiennent les mêmes factures, dont l’un au moins par groupes : elles ne comptent qu’une fois, telles que l’autre fichier les donne.',
  'returned-payments':
    'Des règlements sont revenus impayés : autant est dû de nouveau depuis leur date, sans compter dans les ventes.',
  'grouped-invoices':
    'Des lignes regroupent plusieurs factures de mêmes dates : chacune compte, mais leur montant à l’unité n’est pas connu.',
  'document-damaged':
    'Un document est tronqué ou endommagé : il n’est pas lu. Exportez-le de nouveau.',
  'document-type-declared':
    'Un document XML déclare son propre type, dont les entités pourraient être n’importe quoi : il n’est pas lu.',
  'document-encrypted':
    'Un document demande un mot de passe : il n’est pas lu. Retirez la protection et donnez-le de nouveau.',
  'document-too-large':
    'Un document dépasse la taille de toute facture, ou gonfle une fois décompressé : il n’est pas lu.',
  'document-without-invoice': 'Un PDF ou un XML ne contient pas de facture électronique.',
  'archive-too-deep':
    'Une archive se trouve dans une archive d’une archive : elle n’est pas ouverte. Donnez-la seule.',
  'document-incomplete':
    'Des factures n’ont pas de numéro, de date ou de montant : elles ne comptent pas.',
  'documents-of-others':
    'De certains documents, l’entreprise n’est ni le vendeur ni l’acheteur : ils ne comptent pas.',
  'company-unclear': 'Rien ne dit de quelle entreprise ce sont les ventes. Choisissez-la.',
  'copies-differ':
    'Des factures reviennent avec d’autres montants : celle qui en dit le plus compte seule.',
  'self-billed-twice':
    'Des factures établies par l’acheteur ont les mêmes client, date et montant que d’autres du vendeur : les deux comptent. Vérifiez qu’il ne s’agit pas des mêmes.',
  'negative-credit-notes':
    'Des avoirs ont des montants négatifs : ils sont pris comme réduisant ce qui est dû. Vérifiez qu’ils ne l’augmentent pas.',
  'instalments-differ':
    'Des échéances partielles ne font pas le montant dû : tout est pris à la dernière.',
  'payments-unknown':
    'Rien ne dit ce qui est payé : les ventes et les délais sont connus, l’encours ne l’est pas. Saisissez-le, ou donnez aussi la liste des règlements.',
  'payables-unknown':
    'Rien ne dit quels achats sont payés : les achats sont connus, les dettes fournisseurs ne le sont pas.',
  'status-without-invoice': 'Des statuts portent sur des factures qui ne sont pas là.',
  'numbers-missing':
    'Des numéros manquent dans une suite de factures. Vérifiez que l’export est complet.',
  'dates-unread': 'Des dates de documents ne sont pas des dates : elles sont laissées de côté.',
  'other-files':
    'Des fichiers ne sont pas des documents de facturation : ils sont laissés de côté.',
  'company-found':
    'L’entreprise dont ce sont les ventes a été reconnue à sa place dans les documents.',
  'purchases-apart':
    'Des documents sont des achats de l’entreprise : ils ne comptent pas dans les ventes.',
  'invoice-twice':
    'Des factures sont là deux fois, sous une autre forme ou en copie : elles comptent une fois.',
  'invoices-replaced':
    'Des factures sont remplacées par une facture rectificative : elles ne comptent plus.',
  'deposits-counted-once':
    'Des acomptes facturés sont déduits d’une facture finale : ils comptent une fois.',
  'deposits-paid':
    'Des acomptes ont une date de paiement antérieure à leur facture : ils sont pris comme payés ce jour-là.',
  'due-from-terms': 'Des échéances sont tirées de conditions écrites en toutes lettres.',
  'latest-due-date': 'Des factures ont plusieurs échéances sans montant : la dernière compte.',
  'cashed-without-amount':
    'Des factures sont dites encaissées sans montant : tout ce qui était dû est pris comme payé.',
  'statuses-twice': 'Des statuts sont répétés : ils comptent une fois.',
  'not-cashed-taken-open':
    'Rien ne dit si ces factures sont encaissées, alors que d’autres le sont : elles sont prises comme ouvertes. Le statut « Encaissée » n’est obligatoire que si la TVA est due à l’encaissement.',
  'segment-spellings':
    'Des valeurs d’un segment ne diffèrent que par les majuscules ou les espaces : elles comptent ensemble, sous leur première écriture.',
  'customer-on-several-rows':
    'Des clients figurent sur plusieurs lignes : leurs montants sont additionnés.',
  'section-row':
    'Des lignes ouvrent une section (client, sens, devise) : elles valent pour celles qui suivent et ne portent pas de montant.',
  'repeated-heading': 'L’en-tête se répète dans le tableau : ces lignes ne sont pas lues.',
  'blank-marks':
    'Des cellules portent une marque d’absence (tiret, NULL, 00/00/0000…) : elles sont lues comme vides.',
  'other-snapshots':
    'Le tableau réunit les photos de plusieurs jours : seule la dernière compte, les autres sont mises de côté.',
  'planned-set-aside':
    'Des lignes sont des prévisions ou un budget, à côté du réalisé : elles sont mises de côté.',
  'entities-of-group':
    'Le groupe figure à côté de ses entités : seul le groupe compte, les lignes des entités sont mises de côté.',
  'entities-added': 'Plusieurs entités figurent chaque mois : elles sont additionnées.',
  'cumulated-sales':
    'Les ventes sont cumulées depuis le début de l’année : celles de chaque mois sont obtenues par différence.',
  'cumulated-from-before':
    'Les ventes cumulées commencent avant le premier mois du tableau : celles de ce mois ne sont pas connues.',
  quarters:
    'Les lignes sont des trimestres : les ventes sont réparties sur leurs trois mois selon les jours, les soldes sont ceux du dernier.',
  'orders-set-aside':
    'Des devis, des commandes ou d’autres pièces qui ne sont pas des factures sont mis de côté.',
  'entries-set-aside': 'Des écritures qui ne sont pas des pièces commerciales sont mises de côté.',
  'payment-rows':
    'Des règlements figurent parmi les factures : ils ne comptent jamais dans les ventes.',
  'failed-payments':
    'Des règlements n’ont pas abouti (échec, rejet, attente, remboursement) : ils ne soldent rien.',
  'payments-on-account':
    'Des règlements ne se rattachent à aucune facture (acomptes, trop-perçus) : ils diminuent l’encours, jamais les ventes.',
  'lost-invoices':
    'Des factures ne seront jamais payées (passées en perte, irrécouvrables) : elles restent dans les ventes, plus dans l’encours.',
  'tax-added': 'Des montants sont hors taxes, avec leur taxe à côté : elle leur est ajoutée.',
  'customer-balance': 'Le solde du client est répété sur chacune de ses lignes : il n’est pas lu.',
  'oldest-age-is-wide':
    'La tranche la plus ancienne de la balance commence avant 120 jours : elle est tout entière dans la dernière tranche affichée.',
  'not-due-by-difference':
    'Ce qui n’est dans aucune tranche, par différence avec le solde du client, compte comme non échu.',
  'other-delimiter':
    'La ligne est écrite avec un autre séparateur que les autres : elle est rejetée. Corrigez-la dans le fichier.',
  'short-row':
    'La ligne s’arrête avant un montant que toutes les autres ont, comme si elle avait été coupée : elle est rejetée. Complétez-la dans le fichier.',
  'hidden-rows':
    'Des lignes masquées dans le classeur, par un filtre ou à la main, comptent dans les chiffres. Si elles ne le devaient pas, supprimez-les.',
  'hidden-rows-set-aside':
    'Des lignes masquées dans le classeur, et que son total laisse de côté, ne sont dans aucun chiffre.',
  'formulas-without-values':
    'Des formules n’ont pas de résultat enregistré : leurs cellules sont lues comme vides. Ouvrez le classeur dans un tableur, enregistrez-le, puis redonnez-le.',
  'swapped-dates':
    'Le jour et le mois de certaines dates ont été échangés par un tableur à l’ouverture du fichier, ceux des autres non : aucun chiffre n’en est tiré. Redonnez l’export d’origine, sans l’avoir ouvert dans un tableur.',
  'other-pictures-set-aside':
    'La même balance figure à une autre date, sur une autre feuille ou dans un autre fichier : la plus récente est lue, ou à défaut la dernière. Les autres sont mises de côté.',
  'of-suppliers':
    'C’est un tableau de fournisseurs : aucun DSO ne s’en déduit. Donnez celui des clients.',
  'thousands-as-text':
    'Des montants sont écrits comme du texte dans le classeur, avec un point qui ne peut séparer que les milliers : ils sont lus ainsi. Vérifiez-les.',
  'invalid-account':
    'Le numéro de compte n’a aucun chiffre, comme après une formule en erreur : la ligne est rejetée. Corrigez-le dans le fichier.',
} as const satisfies Record<IssueCode, string>;
