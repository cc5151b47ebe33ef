{% import "dialect.sql" as d %}
{# What moves a balance or makes a sale, on its day; then the months, without a gap from the first to that of the date. #}
owed AS (
  SELECT
    p.entity, p.segment, p.currency, p.issue_date, p.until, p.amount,
    CASE WHEN p.status = 'factored' THEN 1 ELSE 0 END AS is_factored,
    CASE WHEN p.status = 'disputed' THEN 1 ELSE 0 END AS is_disputed,
    -- Late from the day after it is due, and not before it is owed at all.
    CASE
      WHEN p.due_date IS NULL THEN NULL
      WHEN p.due_date < p.issue_date THEN p.issue_date
      ELSE {{ d.next_day('p.due_date') }}
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
    entity, segment, currency, {{ d.month_start('day_of') }} AS month_first,
    sum(CASE WHEN is_factored = 0 THEN amount ELSE 0 END) AS receivables,
    sum(CASE WHEN is_factored = 0 THEN late ELSE 0 END) AS overdue,
    sum(CASE WHEN is_factored = 0 AND is_disputed = 1 THEN amount ELSE 0 END) AS disputed,
    sum(CASE WHEN is_factored = 0 AND is_disputed = 1 THEN late ELSE 0 END) AS disputed_overdue,
    sum(CASE WHEN is_factored = 1 THEN amount ELSE 0 END) AS factored
  FROM moved
  CROSS JOIN parameters
  WHERE day_of <= parameters.as_of
  GROUP BY entity, segment, currency, {{ d.month_start('day_of') }}
),
sales AS (
  SELECT
    entity, segment, currency, {{ d.month_start('issue_date') }} AS month_first,
    sum(amount_incl_tax) AS sales_incl_tax,
    sum(amount_excl_tax) AS sales_excl_tax,
    count(*) AS invoices
  FROM normal
  GROUP BY entity, segment, currency, {{ d.month_start('issue_date') }}
),
-- Every key has every month of its currency: a window of rows is then one of months.
spans AS (
  SELECT currency, {{ d.month_start('min(issue_date)') }} AS first_month FROM normal GROUP BY currency
),
every_month AS (
  SELECT s.currency, {{ d.tick('s.first_month') }} AS month_first
  FROM spans s CROSS JOIN parameters
  {{ d.each_month('s.first_month', d.month_start('parameters.as_of')) }}
),
calendar AS (
  SELECT k.entity, k.segment, k.currency, m.month_first
  FROM (SELECT DISTINCT entity, segment, currency FROM normal) k
  JOIN every_month m ON m.currency = k.currency
),
{% set so_far = 'PARTITION BY c.entity, c.segment, c.currency ORDER BY c.month_first ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW' %}
series AS (
  SELECT
    c.entity, c.segment, c.currency, c.month_first,
    coalesce(s.sales_incl_tax, 0) AS sales_incl_tax,
    s.sales_excl_tax,
    coalesce(s.invoices, 0) AS invoices,
    sum(coalesce(e.receivables, 0)) OVER ({{ so_far }}) AS receivables,
    sum(coalesce(e.overdue, 0)) OVER ({{ so_far }}) AS overdue,
    sum(coalesce(e.disputed, 0)) OVER ({{ so_far }}) AS disputed,
    sum(coalesce(e.disputed_overdue, 0)) OVER ({{ so_far }}) AS disputed_overdue,
    sum(coalesce(e.factored, 0)) OVER ({{ so_far }}) AS factored
  FROM calendar c
  LEFT JOIN sales s
    ON s.entity = c.entity AND s.segment = c.segment AND s.currency = c.currency AND s.month_first = c.month_first
  LEFT JOIN events e
    ON e.entity = c.entity AND e.segment = c.segment AND e.currency = c.currency AND e.month_first = c.month_first
)
