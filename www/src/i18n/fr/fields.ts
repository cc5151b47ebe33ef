import type { Field } from '../../engine/pkg/encours';

/** What a column can mean. */
export const fields = {
  month: 'Mois',
  salesInclTax: 'CA TTC',
  salesExclTax: 'CA HT',
  receivables: 'Encours clients',
  overdue: 'Encours échu',
  disputed: 'Encours en litige',
  purchases: 'Achats TTC',
  costOfSales: 'Coût des ventes',
  inventory: 'Stocks',
  payables: 'Dettes fournisseurs',
  number: 'Numéro de facture',
  customer: 'Client',
  issueDate: 'Date de facture',
  dueDate: 'Échéance',
  settledDate: 'Date de règlement',
  amount: 'Montant TTC',
  paidAmount: 'Montant réglé',
  openAmount: 'Reste dû',
  status: 'Statut',
  currency: 'Devise',
  documentType: 'Type de pièce',
} as const satisfies Record<Field, string>;
