-- Groups hold every invoice that counts, to the cent; what came back of payments is no sale.
WITH sold AS (
  SELECT currency, sum(sales_incl_tax) AS amount FROM {{ ref('encours_monthly_series') }} GROUP BY currency
),
grouped AS (
  SELECT currency, sum(amount_incl_tax) AS amount
  FROM {{ ref('encours_grouped_invoices') }}
  WHERE kind = ''
  GROUP BY currency
)
SELECT s.currency, s.amount, g.amount AS grouped
FROM sold s
LEFT JOIN grouped g ON g.currency = s.currency
WHERE s.amount <> coalesce(g.amount, 0)
