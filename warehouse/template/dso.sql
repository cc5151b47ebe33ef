{% import "dialect.sql" as d %}
-- Both DSO and the best possible DSO at every month-end and at the date, by currency, of all entities and segments.
WITH {% include "_parts.sql" %},
{% include "_series.sql" %},
whole AS (
  SELECT
    s.currency,
    s.month_first,
    -- The month of the date ends with it.
    {{ d.days_between('s.month_first', 'CASE WHEN ' ~ d.month_end('s.month_first') ~ ' > parameters.as_of THEN parameters.as_of ELSE ' ~ d.month_end('s.month_first') ~ ' END') }} + 1 AS days,
    sum(s.sales_incl_tax) AS sales,
    sum(s.receivables) AS receivables,
    sum(s.receivables) - sum(s.overdue) AS not_due
  FROM series s
  CROSS JOIN parameters
  GROUP BY s.currency, s.month_first, parameters.as_of
),
-- The accounting method: twelve months, or those there are.
{% set year_before = 'PARTITION BY currency ORDER BY month_first ROWS BETWEEN 11 PRECEDING AND CURRENT ROW' %}
windows AS (
  SELECT
    currency, month_first, days, receivables, not_due,
    sum(sales) OVER ({{ year_before }}) AS window_sales,
    sum(days) OVER ({{ year_before }}) AS window_days,
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
      WHEN sold >= amount THEN days * {{ d.double('amount - (sold - sales)') }} / {{ d.double('nullif(sales, 0)') }}
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
    THEN {{ d.double('w.receivables') }} / {{ d.double('w.window_sales') }} * w.window_days END AS accounting_dso,
  CASE WHEN w.not_due >= 0 AND w.window_sales > 0
    THEN {{ d.double('w.not_due') }} / {{ d.double('w.window_sales') }} * w.window_days END AS best_possible_dso,
  CASE WHEN w.receivables >= 0 AND w.has_sales = 1 THEN r.days END AS roll_back_dso,
  r.is_lower_bound AS roll_back_is_lower_bound,
  CASE WHEN w.not_due >= 0 AND w.has_sales = 1 THEN b.days END AS best_possible_roll_back_dso
FROM windows w
JOIN rolled r ON r.currency = w.currency AND r.month_first = w.month_first AND r.amount_of = 'all'
JOIN rolled b ON b.currency = w.currency AND b.month_first = w.month_first AND b.amount_of = 'not due'
ORDER BY w.currency, w.month_first
