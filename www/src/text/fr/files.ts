/** How files are written in this language, and the words in the made-up ones. A heading has one name a column, with `|` between. */
export const files = {
  delimiter: ';',
  decimalMark: ',',
  date: '{{day}}/{{month}}/{{year}}',
  invoiceNumber: 'F-{{number}}',
  disputed: 'litige',
  sampleSeries:
    'mois|ca_ttc|encours|encours_echu|achats_ttc|cout_des_ventes|stock|dettes_fournisseurs',
  sampleInvoices:
    'numéro|client|date_facture|échéance|montant_ttc|date_règlement|statut|commercial|région',
  series: 'mois|ca_ttc|encours|encours_echu|achats_ttc|stock|dettes_fournisseurs',
  invoices: 'numéro|client|date_facture|échéance|montant_ttc|date_règlement',
  unpaidInvoices: 'numéro|client|date_facture|échéance|montant_ttc',
  payments: 'numéro de facture|date de règlement|montant réglé',
  agedBalance: 'client|non échu|1-30 jours|31-60 jours|61-90 jours|91-120 jours|plus de 120 jours',
  agedBalanceTitle: 'Balance âgée au 31/12/2025',
  customerLedger: 'client|date|pièce|échéance|libellé|débit|crédit',
  names: {
    series: 'modele-serie-mensuelle',
    invoices: 'modele-factures',
    unpaidInvoices: 'modele-factures-sans-reglements',
    payments: 'modele-reglements',
    agedBalance: 'modele-balance-agee',
    customerLedger: 'modele-grand-livre-clients',
  },
  words: {
    sales: 'Ventes',
    purchases: 'Achats',
    bank: 'Banque',
    customer: 'Clients',
    supplier: 'Fournisseurs',
    goods: 'Achats de marchandises',
    vatOut: 'TVA collectée',
    vatIn: 'TVA déductible',
    invoice: 'Facture',
    payment: 'Règlement',
  },
} as const;
