-- What to look at before any figure: how many, and of what amount. Nothing listed is nothing found.
WITH known AS (
  SELECT invoice_id, count(*) AS times, max(amount_incl_tax) AS amount, max(status) AS status
  FROM {{ source('encours', 'invoices') }} GROUP BY invoice_id
),
paid AS (
  SELECT invoice_id, sum(amount) AS amount FROM {{ source('encours', 'payments') }} GROUP BY invoice_id
),
found AS (
  SELECT 'duplicate_invoice' AS code, invoice_id, amount_incl_tax AS amount FROM {{ source('encours', 'invoices') }}
  WHERE invoice_id IN (SELECT invoice_id FROM known WHERE times > 1)
  UNION ALL
  SELECT 'missing_invoice_id', invoice_id, amount_incl_tax FROM {{ source('encours', 'invoices') }} WHERE invoice_id IS NULL
  UNION ALL
  SELECT 'missing_issue_date', invoice_id, amount_incl_tax FROM {{ source('encours', 'invoices') }} WHERE issue_date IS NULL
  UNION ALL
  SELECT 'missing_due_date', invoice_id, amount_incl_tax FROM {{ source('encours', 'invoices') }} WHERE due_date IS NULL
  UNION ALL
  SELECT 'missing_amount', invoice_id, amount_incl_tax FROM {{ source('encours', 'invoices') }} WHERE amount_incl_tax IS NULL
  UNION ALL
  SELECT 'due_before_issue', invoice_id, amount_incl_tax FROM {{ source('encours', 'invoices') }} WHERE due_date < issue_date
  UNION ALL
  SELECT 'left_out_by_status', invoice_id, amount_incl_tax FROM {{ source('encours', 'invoices') }}
  WHERE lower(trim(coalesce(status, ''))) IN ('void', 'draft', 'cancelled')
  UNION ALL
  SELECT 'unknown_status', invoice_id, amount_incl_tax FROM {{ source('encours', 'invoices') }}
  WHERE lower(trim(coalesce(status, ''))) NOT IN
    ('', 'open', 'paid', 'disputed', 'factored', 'doubtful', 'void', 'draft', 'cancelled')
  UNION ALL
  SELECT 'issued_after_date', i.invoice_id, i.amount_incl_tax FROM {{ source('encours', 'invoices') }} i CROSS JOIN {{ ref('encours_parameters') }} AS parameters
  WHERE i.issue_date > parameters.as_of
  UNION ALL
  SELECT 'paid_without_payment', i.invoice_id, i.amount_incl_tax FROM {{ source('encours', 'invoices') }} i
  LEFT JOIN paid p ON p.invoice_id = i.invoice_id
  WHERE lower(trim(coalesce(i.status, ''))) = 'paid' AND p.invoice_id IS NULL
  UNION ALL
  SELECT 'missing_payment_date', invoice_id, amount FROM {{ source('encours', 'payments') }} WHERE paid_on IS NULL
  UNION ALL
  SELECT 'payment_without_invoice', p.invoice_id, p.amount FROM {{ source('encours', 'payments') }} p
  LEFT JOIN known k ON k.invoice_id = p.invoice_id
  WHERE k.invoice_id IS NULL
  UNION ALL
  SELECT 'paid_beyond_amount', p.invoice_id, p.amount - k.amount FROM paid p
  JOIN known k ON k.invoice_id = p.invoice_id
  WHERE (k.amount >= 0 AND p.amount > k.amount) OR (k.amount < 0 AND p.amount < k.amount)
  UNION ALL
  SELECT 'payment_came_back', p.invoice_id, p.amount FROM {{ source('encours', 'payments') }} p
  JOIN known k ON k.invoice_id = p.invoice_id
  WHERE k.amount > 0 AND p.amount < 0
  UNION ALL
  SELECT 'several_currencies', invoice_id, amount_incl_tax FROM {{ source('encours', 'invoices') }}
  WHERE (SELECT count(DISTINCT coalesce(currency, '')) FROM {{ source('encours', 'invoices') }}) > 1
)
SELECT code, count(*) AS lines, sum(amount) AS amount
FROM found
GROUP BY code
ORDER BY code
