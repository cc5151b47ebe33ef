-- All invoices of an entity and segment with the same days, standing and sign in one row, with how many they are.
WITH {% include "_parts.sql" %}
SELECT
  entity,
  segment,
  currency,
  issue_date,
  due_date,
  paid_on,
  CASE WHEN status IN ('paid', 'disputed', 'factored', 'doubtful') THEN status ELSE 'open' END AS status,
  CASE WHEN is_again = 1 THEN 'on account' ELSE '' END AS kind,
  sum(amount) AS amount_incl_tax,
  count(*) AS invoice_count
FROM parts
GROUP BY
  entity, segment, currency, issue_date, due_date, paid_on,
  CASE WHEN status IN ('paid', 'disputed', 'factored', 'doubtful') THEN status ELSE 'open' END,
  is_again, direction
ORDER BY issue_date, due_date, paid_on, entity, segment, currency, status, direction
