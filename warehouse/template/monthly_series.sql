{% import "dialect.sql" as d %}
-- Sales and balances at every month-end, by entity, segment and currency, up to the date.
WITH {% include "_parts.sql" %},
{% include "_series.sql" %}
SELECT
  entity,
  segment,
  currency,
  month_first AS month,
  sales_incl_tax,
  sales_excl_tax,
  receivables,
  overdue,
  receivables - overdue AS not_due,
  disputed,
  disputed_overdue,
  factored,
  invoices
FROM series
ORDER BY currency, month_first, entity, segment
