/** Electronic invoices, and the list that was made of them. */
export const documents = {
  title: 'Factures électroniques',
  listName: 'factures-electroniques.csv',
  purchasesName: 'achats-electroniques.csv',
  messagesName: 'statuts-electroniques.csv',
  read: '{{invoices}} et {{statuses}} dans {{files}}.',
  invoices_one: '{{number}} facture ou avoir',
  invoices_other: '{{number}} factures ou avoirs',
  statuses_one: '{{number}} message de cycle de vie',
  statuses_other: '{{number}} messages de cycle de vie',
  files_one: '{{number}} fichier',
  files_other: '{{number}} fichiers',
  whose: 'De qui sont les ventes ?',
  whoseHint:
    'Une vente est une facture dont la société est le vendeur ; celles dont elle est l’acheteur sont ses achats. Cochez-en plusieurs pour un groupe.',
  company: '{{name}} : vendeur de {{asSeller}}, acheteur de {{asBuyer}}',
  companyWithKey: '{{name}} ({{key}}) : vendeur de {{asSeller}}, acheteur de {{asBuyer}}',
  others_one: '{{number}} autre société n’est pas montrée.',
  others_other: '{{number}} autres sociétés ne sont pas montrées.',
  giveAgain: 'Pour choisir une autre société, redonnez les fichiers : seule la liste est gardée.',
  purchases_one:
    '{{number}} ligne d’achat donne les achats du mois et, si ses règlements sont connus, les dettes fournisseurs : le DPO se calcule alors sans rien saisir, le BFR demande encore le stock.',
  purchases_other:
    '{{number}} lignes d’achat donnent les achats de chaque mois et, si leurs règlements sont connus, les dettes fournisseurs : le DPO se calcule alors sans rien saisir, le BFR demande encore le stock.',
  vatOnReceipt:
    'La TVA de la plupart des ventes est exigible à l’encaissement : les scénarios en tiennent compte.',
  vatOnIssue:
    'La TVA de la plupart des ventes est exigible à la facturation : les scénarios en tiennent compte.',
  rates:
    'Les taux de change ({{currencies}}) sont ceux de la TVA des factures, exprimée aussi en {{into}} ; ils se changent sous « Entités et devises ».',
  negativeCredits: 'Des avoirs négatifs augmentent l’encours au lieu de le réduire',
  csv: 'Télécharger la liste (CSV)',
  xlsx: 'Télécharger la liste (Excel)',
  listCurrencies:
    'La liste garde la devise de chaque facture, sans les taux : relue seule, elle met de côté les autres devises tant que vous ne donnez pas leurs taux.',
  sheet: 'Factures',
  due: 'Échéancier',
  dueHint:
    'Ce qui vient à échéance après le {{date}}, par mois, d’après les factures : rien n’y suppose qui paiera en retard.',
  dueUnpaidUnknown:
    'Ce qui vient à échéance après le {{date}}, par mois, que cela ait déjà été payé ou non : rien ne le dit.',
  dueMonth: 'Mois',
  dueUndated: 'Sans échéance',
  dueAmount: 'Montant TTC',
  dueCount: 'Factures',
} as const;
