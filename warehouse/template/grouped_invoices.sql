{% import "dialect.sql" as d %}
-- All invoices of an entity and segment with the same days, standing and sign in one row, with how many they are.
WITH {% include "_parts.sql" %},
kinds AS (
  SELECT
    p.*,
    CASE
      -- What came back of a payment is owed, whatever is said of its invoice.
      WHEN is_again = 1 AND status = 'paid' THEN 'open'
      WHEN status IN ('paid', 'disputed', 'factored', 'doubtful') THEN status
      ELSE 'open'
    END AS standing
  FROM parts p
)
SELECT
  entity,
  segment,
  currency,
  issue_date,
  due_date,
  paid_on,
  standing AS status,
  CASE WHEN is_again = 1 THEN 'reopened' ELSE '' END AS kind,
  sum(amount) AS amount_incl_tax,
  count(*) AS invoice_count,
  as_of
FROM kinds
CROSS JOIN parameters
GROUP BY entity, segment, currency, issue_date, due_date, paid_on, standing, is_again, direction, as_of
ORDER BY issue_date, due_date, paid_on, entity, segment, currency, standing, direction
