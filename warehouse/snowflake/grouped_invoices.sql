-- All invoices of an entity and segment with the same days, standing and sign in one row, with how many they are.
WITH
-- The invoices that count, each with its number and how often that came before: payments are those of the first.
numbered AS (
  SELECT
    i.*,
    row_number() OVER (
      PARTITION BY coalesce(i.invoice_id, '')
      ORDER BY i.issue_date, i.amount_incl_tax, coalesce(i.entity, ''), coalesce(i.segment, ''), coalesce(i.due_date, i.issue_date), coalesce(i.status, '')
    ) AS place
  FROM invoices i
  CROSS JOIN parameters
  WHERE i.issue_date IS NOT NULL
    AND i.issue_date <= parameters.as_of
    AND i.amount_incl_tax IS NOT NULL
    AND lower(trim(coalesce(i.status, ''))) NOT IN ('void', 'draft', 'cancelled')
),
-- An unknown status is an open one.
normal AS (
  SELECT
    CASE
      WHEN i.place = 1 THEN coalesce(i.invoice_id, '')
      ELSE concat(coalesce(i.invoice_id, ''), ' #', CAST(i.place AS VARCHAR))
    END AS invoice_id,
    coalesce(i.entity, '') AS entity,
    coalesce(i.segment, '') AS segment,
    coalesce(i.customer, '') AS customer,
    coalesce(i.currency, '') AS currency,
    i.issue_date,
    i.due_date,
    i.amount_incl_tax,
    i.amount_excl_tax,
    lower(trim(coalesce(i.status, ''))) AS status,
    CASE WHEN i.amount_incl_tax < 0 THEN -1 ELSE 1 END AS direction
  FROM numbered i
),
-- Payments of one invoice and day count as one. What is below zero on an invoice came back: as much is owed again.
days_paid AS (
  SELECT p.invoice_id, p.paid_on, n.direction, abs(n.amount_incl_tax) AS invoiced, sum(p.amount) * n.direction AS amount
  FROM payments p
  JOIN normal n ON n.invoice_id = p.invoice_id
  WHERE p.paid_on IS NOT NULL AND p.amount IS NOT NULL
  GROUP BY p.invoice_id, p.paid_on, n.direction, n.amount_incl_tax
),
both_ways AS (
  SELECT
    invoice_id,
    paid_on,
    invoiced,
    CASE WHEN amount > 0 THEN amount ELSE 0 END AS received,
    CASE WHEN amount < 0 AND direction = 1 THEN -amount ELSE 0 END AS returned
  FROM days_paid
),
moves AS (
  SELECT
    invoice_id,
    paid_on,
    returned,
    sum(received) OVER (PARTITION BY invoice_id ORDER BY paid_on ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS paid,
    invoiced + sum(returned) OVER (PARTITION BY invoice_id ORDER BY paid_on ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS owed
  FROM both_ways
),
-- What is paid beyond all that is owed by then is lost, and never pays what is owed later.
taken AS (
  SELECT
    m.invoice_id,
    m.paid_on,
    m.returned,
    m.owed,
    m.paid - max(CASE WHEN m.paid > m.owed THEN m.paid - m.owed ELSE 0 END) OVER (PARTITION BY invoice_id ORDER BY paid_on ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS settled
  FROM moves m
),
-- All that is owed of an invoice on one line, from 0: the invoice first, then what came back, each from its own day.
items AS (
  SELECT invoice_id, issue_date, 0 AS is_again, 0 * amount_incl_tax AS low, abs(amount_incl_tax) AS high
  FROM normal
  UNION ALL
  SELECT invoice_id, paid_on, 1, owed - returned, owed
  FROM taken
  WHERE returned > 0
),
-- And on the same line what each day paid, then what nobody paid yet.
settlements AS (
  SELECT
    invoice_id,
    paid_on,
    coalesce(lag(settled) OVER (PARTITION BY invoice_id ORDER BY paid_on), 0) AS low,
    settled AS high
  FROM taken
  UNION ALL
  SELECT n.invoice_id, CAST(NULL AS DATE), coalesce(t.settled, 0), coalesce(t.owed, abs(n.amount_incl_tax))
  FROM normal n
  LEFT JOIN (SELECT invoice_id, max(settled) AS settled, max(owed) AS owed FROM taken GROUP BY invoice_id) t
    ON t.invoice_id = n.invoice_id
),
parts AS (
  SELECT
    n.entity,
    n.segment,
    n.customer,
    n.currency,
    n.invoice_id,
    i.issue_date,
    n.due_date,
    s.paid_on,
    n.status,
    i.is_again,
    n.direction,
    n.direction * (least(i.high, s.high) - greatest(i.low, s.low)) AS amount,
    -- The day from which it is owed no more. Paid on a day that nobody tells: it never was.
    CASE
      WHEN s.paid_on IS NULL AND n.status = 'paid' AND i.is_again = 0 THEN i.issue_date
      WHEN s.paid_on < i.issue_date THEN i.issue_date
      ELSE s.paid_on
    END AS until
  FROM normal n
  JOIN items i ON i.invoice_id = n.invoice_id
  JOIN settlements s ON s.invoice_id = i.invoice_id AND s.low < i.high AND i.low < s.high
),
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
