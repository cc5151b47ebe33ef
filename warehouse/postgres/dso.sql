-- Both DSO and the best possible DSO at every month-end and at the date, by currency, of all entities and segments.
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
owed AS (
  SELECT
    p.entity, p.segment, p.currency, p.issue_date, p.until, p.amount,
    CASE WHEN p.status = 'factored' THEN 1 ELSE 0 END AS is_factored,
    CASE WHEN p.status = 'disputed' THEN 1 ELSE 0 END AS is_disputed,
    -- Late from the day after it is due, and not before it is owed at all.
    CASE
      WHEN p.due_date IS NULL THEN NULL
      WHEN p.due_date < p.issue_date THEN p.issue_date
      ELSE (p.due_date + 1)
    END AS late_from
  FROM parts p
),
moved AS (
  SELECT entity, segment, currency, issue_date AS day_of, is_factored, is_disputed, amount, 0 * amount AS late FROM owed
  UNION ALL
  SELECT entity, segment, currency, until, is_factored, is_disputed, -amount, 0 * amount FROM owed WHERE until IS NOT NULL
  UNION ALL
  SELECT entity, segment, currency, late_from, is_factored, is_disputed, 0 * amount, amount FROM owed
  WHERE late_from IS NOT NULL AND (until IS NULL OR late_from < until)
  UNION ALL
  SELECT entity, segment, currency, until, is_factored, is_disputed, 0 * amount, -amount FROM owed
  WHERE late_from IS NOT NULL AND late_from < until
),
events AS (
  SELECT
    entity, segment, currency, CAST(date_trunc('month', day_of) AS DATE) AS month_first,
    sum(CASE WHEN is_factored = 0 THEN amount ELSE 0 END) AS receivables,
    sum(CASE WHEN is_factored = 0 THEN late ELSE 0 END) AS overdue,
    sum(CASE WHEN is_factored = 0 AND is_disputed = 1 THEN amount ELSE 0 END) AS disputed,
    sum(CASE WHEN is_factored = 0 AND is_disputed = 1 THEN late ELSE 0 END) AS disputed_overdue,
    sum(CASE WHEN is_factored = 1 THEN amount ELSE 0 END) AS factored
  FROM moved
  CROSS JOIN parameters
  WHERE day_of <= parameters.as_of
  GROUP BY entity, segment, currency, CAST(date_trunc('month', day_of) AS DATE)
),
sales AS (
  SELECT
    entity, segment, currency, CAST(date_trunc('month', issue_date) AS DATE) AS month_first,
    sum(amount_incl_tax) AS sales_incl_tax,
    sum(amount_excl_tax) AS sales_excl_tax,
    count(*) AS invoices
  FROM normal
  GROUP BY entity, segment, currency, CAST(date_trunc('month', issue_date) AS DATE)
),
-- Every key has every month of its currency: a window of rows is then one of months.
spans AS (
  SELECT currency, CAST(date_trunc('month', min(issue_date)) AS DATE) AS first_month FROM normal GROUP BY currency
),
every_month AS (
  SELECT s.currency, CAST(t.tick AS DATE) AS month_first
  FROM spans s CROSS JOIN parameters
  CROSS JOIN LATERAL generate_series(s.first_month, CAST(date_trunc('month', parameters.as_of) AS DATE), INTERVAL '1 month') AS t(tick)
),
calendar AS (
  SELECT k.entity, k.segment, k.currency, m.month_first
  FROM (SELECT DISTINCT entity, segment, currency FROM normal) k
  JOIN every_month m ON m.currency = k.currency
),
series AS (
  SELECT
    c.entity, c.segment, c.currency, c.month_first,
    coalesce(s.sales_incl_tax, 0) AS sales_incl_tax,
    s.sales_excl_tax,
    coalesce(s.invoices, 0) AS invoices,
    sum(coalesce(e.receivables, 0)) OVER (PARTITION BY c.entity, c.segment, c.currency ORDER BY c.month_first ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS receivables,
    sum(coalesce(e.overdue, 0)) OVER (PARTITION BY c.entity, c.segment, c.currency ORDER BY c.month_first ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS overdue,
    sum(coalesce(e.disputed, 0)) OVER (PARTITION BY c.entity, c.segment, c.currency ORDER BY c.month_first ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS disputed,
    sum(coalesce(e.disputed_overdue, 0)) OVER (PARTITION BY c.entity, c.segment, c.currency ORDER BY c.month_first ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS disputed_overdue,
    sum(coalesce(e.factored, 0)) OVER (PARTITION BY c.entity, c.segment, c.currency ORDER BY c.month_first ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS factored
  FROM calendar c
  LEFT JOIN sales s
    ON s.entity = c.entity AND s.segment = c.segment AND s.currency = c.currency AND s.month_first = c.month_first
  LEFT JOIN events e
    ON e.entity = c.entity AND e.segment = c.segment AND e.currency = c.currency AND e.month_first = c.month_first
),
whole AS (
  SELECT
    s.currency,
    s.month_first,
    -- The month of the date ends with it.
    (CASE WHEN CAST(date_trunc('month', s.month_first) + INTERVAL '1 month' - INTERVAL '1 day' AS DATE) > parameters.as_of THEN parameters.as_of ELSE CAST(date_trunc('month', s.month_first) + INTERVAL '1 month' - INTERVAL '1 day' AS DATE) END - s.month_first) + 1 AS days,
    sum(s.sales_incl_tax) AS sales,
    sum(s.receivables) AS receivables,
    sum(s.receivables) - sum(s.overdue) AS not_due
  FROM series s
  CROSS JOIN parameters
  GROUP BY s.currency, s.month_first, parameters.as_of
),
-- The accounting method: twelve months, or those there are.
windows AS (
  SELECT
    currency, month_first, days, receivables, not_due,
    sum(sales) OVER (PARTITION BY currency ORDER BY month_first ROWS BETWEEN 11 PRECEDING AND CURRENT ROW) AS window_sales,
    sum(days) OVER (PARTITION BY currency ORDER BY month_first ROWS BETWEEN 11 PRECEDING AND CURRENT ROW) AS window_days,
    max(CASE WHEN sales > 0 THEN 1 ELSE 0 END) OVER (PARTITION BY currency) AS has_sales
  FROM whole
),
-- The roll-back: each close with the months before it, the newest first, and what they sold so far.
closes AS (
  SELECT c.currency, c.month_first, 'all' AS amount_of, c.receivables AS amount FROM whole c
  UNION ALL
  SELECT c.currency, c.month_first, 'not due', c.not_due FROM whole c
),
walk AS (
  SELECT
    c.currency, c.month_first, c.amount_of, c.amount, w.month_first AS back, w.days, w.sales,
    sum(w.sales) OVER (
      PARTITION BY c.currency, c.month_first, c.amount_of ORDER BY w.month_first DESC
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS sold
  FROM closes c
  JOIN whole w ON w.currency = c.currency AND w.month_first <= c.month_first
),
-- The most that was sold before each month, and not less than nothing: once it is the amount, the walk is over.
steps AS (
  SELECT
    currency, month_first, amount_of, amount, back, days, sales, sold,
    coalesce(max(CASE WHEN sold > 0 THEN sold ELSE 0 END) OVER (
      PARTITION BY currency, month_first, amount_of ORDER BY back DESC
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ), 0) AS most_before
  FROM walk
),
rolled AS (
  SELECT
    currency, month_first, amount_of, amount,
    sum(CASE
      WHEN most_before >= amount THEN 0
      WHEN sold >= amount THEN days * CAST(amount - (sold - sales) AS DOUBLE PRECISION) / CAST(nullif(sales, 0) AS DOUBLE PRECISION)
      ELSE days
    END) AS days,
    -- Sales of the whole history did not reach it.
    CASE WHEN amount > 0 AND max(sold) < amount THEN 1 ELSE 0 END AS is_lower_bound
  FROM steps
  GROUP BY currency, month_first, amount_of, amount
)
SELECT
  w.currency,
  w.month_first AS month,
  w.receivables,
  w.not_due,
  w.window_sales,
  w.window_days,
  CASE WHEN w.receivables >= 0 AND w.window_sales > 0
    THEN CAST(w.receivables AS DOUBLE PRECISION) / CAST(w.window_sales AS DOUBLE PRECISION) * w.window_days END AS accounting_dso,
  CASE WHEN w.not_due >= 0 AND w.window_sales > 0
    THEN CAST(w.not_due AS DOUBLE PRECISION) / CAST(w.window_sales AS DOUBLE PRECISION) * w.window_days END AS best_possible_dso,
  CASE WHEN w.receivables >= 0 AND w.has_sales = 1 THEN r.days END AS roll_back_dso,
  r.is_lower_bound AS roll_back_is_lower_bound,
  CASE WHEN w.not_due >= 0 AND w.has_sales = 1 THEN b.days END AS best_possible_roll_back_dso
FROM windows w
JOIN rolled r ON r.currency = w.currency AND r.month_first = w.month_first AND r.amount_of = 'all'
JOIN rolled b ON b.currency = w.currency AND b.month_first = w.month_first AND b.amount_of = 'not due'
ORDER BY w.currency, w.month_first
