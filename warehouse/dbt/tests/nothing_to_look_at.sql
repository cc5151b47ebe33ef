-- What to look at before any figure: a warning, since lists have some of it, and figures are true of the rest.
{{ config(severity='warn') }}
SELECT * FROM {{ ref('encours_checks') }}
