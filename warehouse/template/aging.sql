{% import "dialect.sql" as d %}
-- What is owed at the date by how late it is, by entity, segment and currency.
WITH {% include "_parts.sql" %},
aged AS (
  SELECT
    p.entity, p.segment, p.currency, p.invoice_id, p.amount,
    CASE WHEN p.due_date IS NULL OR p.due_date >= parameters.as_of THEN 0
      ELSE {{ d.days_between('p.due_date', 'parameters.as_of') }} END AS late
  FROM parts p
  CROSS JOIN parameters
  WHERE p.issue_date <= parameters.as_of
    AND (p.until IS NULL OR p.until > parameters.as_of)
    AND p.status <> 'factored'
)
SELECT
  entity,
  segment,
  currency,
  sum(CASE WHEN late = 0 THEN amount ELSE 0 END) AS not_due,
  sum(CASE WHEN late BETWEEN 1 AND 30 THEN amount ELSE 0 END) AS late_1_30,
  sum(CASE WHEN late BETWEEN 31 AND 60 THEN amount ELSE 0 END) AS late_31_60,
  sum(CASE WHEN late BETWEEN 61 AND 90 THEN amount ELSE 0 END) AS late_61_90,
  sum(CASE WHEN late BETWEEN 91 AND 120 THEN amount ELSE 0 END) AS late_91_120,
  sum(CASE WHEN late > 120 THEN amount ELSE 0 END) AS late_over_120,
  sum(amount) AS receivables,
  count(DISTINCT invoice_id) AS invoices
FROM aged
GROUP BY entity, segment, currency
ORDER BY currency, entity, segment
