import type { Texts } from '../texts';

export const tools: Texts['tools'] = {
  discount: 'Early-payment discount',
  discountLead:
    'The formula “2/10 net 30”: 2% off for whoever pays within 10 days instead of 30 days net.',
  discountNoDays: 'Paying earlier gains no day.',
  withinDays: 'Paid with the discount within',
  netDays: 'Paid without it after',
};
