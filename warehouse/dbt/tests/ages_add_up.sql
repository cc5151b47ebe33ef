-- What is owed by age is what the series says is owed at the date.
WITH aged AS (
  SELECT currency, sum(receivables) AS amount FROM {{ ref('encours_aging') }} GROUP BY currency
),
closing AS (
  SELECT s.currency, sum(s.receivables) AS amount
  FROM {{ ref('encours_monthly_series') }} s
  WHERE s.month = (SELECT max(month) FROM {{ ref('encours_monthly_series') }})
  GROUP BY s.currency
)
SELECT c.currency, c.amount, a.amount AS by_age
FROM closing c
LEFT JOIN aged a ON a.currency = c.currency
WHERE c.amount <> coalesce(a.amount, 0)
