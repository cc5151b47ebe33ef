{% import "dialect.sql" as d %}
-- From issue to payment, and from due date to payment, of what was paid in the twelve months up to the date, by currency.
-- What is paid in parts counts once a part; credit notes do not count.
WITH {% include "_parts.sql" %},
windows AS (
  SELECT
    n.currency,
    CASE
      WHEN {{ d.month_start('min(n.issue_date)') }} > {{ d.months_before(d.month_start('parameters.as_of'), 11) }}
        THEN {{ d.month_start('min(n.issue_date)') }}
      ELSE {{ d.months_before(d.month_start('parameters.as_of'), 11) }}
    END AS first_day
  FROM normal n
  CROSS JOIN parameters
  GROUP BY n.currency, parameters.as_of
),
settled AS (
  SELECT
    p.currency,
    p.amount,
    {{ d.days_between('p.issue_date', 'p.paid_on') }} AS to_pay,
    {{ d.days_between('p.due_date', 'p.paid_on') }} AS late
  FROM parts p
  JOIN windows w ON w.currency = p.currency
  CROSS JOIN parameters
  WHERE p.direction = 1 AND p.paid_on >= w.first_day AND p.paid_on <= parameters.as_of
)
SELECT
  currency,
  count(*) AS settled,
  {{ d.double('sum(to_pay)') }} / count(*) AS mean_days_to_pay,
  {{ d.double('sum(amount * to_pay)') }} / {{ d.double('sum(amount)') }} AS weighted_days_to_pay,
  count(late) AS settled_with_due_date,
  {{ d.double('sum(late)') }} / nullif(count(late), 0) AS mean_days_late,
  {{ d.double('sum(amount * late)') }} / {{ d.double('nullif(sum(CASE WHEN late IS NOT NULL THEN amount END), 0)') }} AS weighted_days_late,
  100 * {{ d.double('sum(CASE WHEN late > 0 THEN 1 ELSE 0 END)') }} / nullif(count(late), 0) AS late_percent,
  100 * {{ d.double('sum(CASE WHEN late > 0 THEN amount ELSE 0 END)') }}
    / {{ d.double('nullif(sum(CASE WHEN late IS NOT NULL THEN amount END), 0)') }} AS late_amount_percent
FROM settled
GROUP BY currency
ORDER BY currency
