{# One word, in the dialect of the engine. #}
{% macro month_start(day) %}{{ adapter.dispatch('month_start', 'encours')(day) }}{% endmacro %}
{% macro month_end(day) %}{{ adapter.dispatch('month_end', 'encours')(day) }}{% endmacro %}
{% macro months_before(day, months) %}{{ adapter.dispatch('months_before', 'encours')(day, months) }}{% endmacro %}
{% macro next_day(day) %}{{ adapter.dispatch('next_day', 'encours')(day) }}{% endmacro %}
{% macro days_between(from, to) %}{{ adapter.dispatch('days_between', 'encours')(from, to) }}{% endmacro %}
{% macro each_month(first, last) %}{{ adapter.dispatch('each_month', 'encours')(first, last) }}{% endmacro %}
{% macro tick(first) %}{{ adapter.dispatch('tick', 'encours')(first) }}{% endmacro %}
{% macro double(value) %}{{ adapter.dispatch('double', 'encours')(value) }}{% endmacro %}
{% macro text(value) %}{{ adapter.dispatch('text', 'encours')(value) }}{% endmacro %}
{% macro duckdb__month_start(day) %}CAST(date_trunc('month', {{ day }}) AS DATE){% endmacro %}
{% macro duckdb__month_end(day) %}last_day({{ day }}){% endmacro %}
{% macro duckdb__months_before(day, months) %}CAST({{ day }} - INTERVAL {{ months }} MONTH AS DATE){% endmacro %}
{% macro duckdb__next_day(day) %}({{ day }} + 1){% endmacro %}
{% macro duckdb__days_between(from, to) %}({{ to }} - {{ from }}){% endmacro %}
{% macro duckdb__each_month(first, last) %}CROSS JOIN LATERAL (SELECT unnest(generate_series({{ first }}, {{ last }}, INTERVAL 1 MONTH)) AS tick) AS t{% endmacro %}
{% macro duckdb__tick(first) %}CAST(t.tick AS DATE){% endmacro %}
{% macro duckdb__double(value) %}CAST({{ value }} AS DOUBLE){% endmacro %}
{% macro duckdb__text(value) %}CAST({{ value }} AS VARCHAR){% endmacro %}
{% macro postgres__month_start(day) %}CAST(date_trunc('month', {{ day }}) AS DATE){% endmacro %}
{% macro postgres__month_end(day) %}CAST(date_trunc('month', {{ day }}) + INTERVAL '1 month' - INTERVAL '1 day' AS DATE){% endmacro %}
{% macro postgres__months_before(day, months) %}CAST({{ day }} - INTERVAL '{{ months }} month' AS DATE){% endmacro %}
{% macro postgres__next_day(day) %}({{ day }} + 1){% endmacro %}
{% macro postgres__days_between(from, to) %}({{ to }} - {{ from }}){% endmacro %}
{% macro postgres__each_month(first, last) %}CROSS JOIN LATERAL generate_series({{ first }}, {{ last }}, INTERVAL '1 month') AS t(tick){% endmacro %}
{% macro postgres__tick(first) %}CAST(t.tick AS DATE){% endmacro %}
{% macro postgres__double(value) %}CAST({{ value }} AS DOUBLE PRECISION){% endmacro %}
{% macro postgres__text(value) %}CAST({{ value }} AS VARCHAR){% endmacro %}
{% macro spark__month_start(day) %}trunc({{ day }}, 'MM'){% endmacro %}
{% macro spark__month_end(day) %}last_day({{ day }}){% endmacro %}
{% macro spark__months_before(day, months) %}add_months({{ day }}, -{{ months }}){% endmacro %}
{% macro spark__next_day(day) %}date_add({{ day }}, 1){% endmacro %}
{% macro spark__days_between(from, to) %}datediff({{ to }}, {{ from }}){% endmacro %}
{% macro spark__each_month(first, last) %}LATERAL VIEW explode(sequence({{ first }}, {{ last }}, INTERVAL 1 MONTH)) t AS tick{% endmacro %}
{% macro spark__tick(first) %}t.tick{% endmacro %}
{% macro spark__double(value) %}CAST({{ value }} AS DOUBLE){% endmacro %}
{% macro spark__text(value) %}CAST({{ value }} AS STRING){% endmacro %}
{% macro snowflake__month_start(day) %}CAST(date_trunc('month', {{ day }}) AS DATE){% endmacro %}
{% macro snowflake__month_end(day) %}last_day({{ day }}){% endmacro %}
{% macro snowflake__months_before(day, months) %}add_months({{ day }}, -{{ months }}){% endmacro %}
{% macro snowflake__next_day(day) %}dateadd('day', 1, {{ day }}){% endmacro %}
{% macro snowflake__days_between(from, to) %}datediff('day', {{ from }}, {{ to }}){% endmacro %}
{% macro snowflake__each_month(first, last) %}CROSS JOIN LATERAL flatten(INPUT => array_generate_range(0, datediff('month', {{ first }}, {{ last }}) + 1)) AS t{% endmacro %}
{% macro snowflake__tick(first) %}dateadd('month', t.value, {{ first }}){% endmacro %}
{% macro snowflake__double(value) %}CAST({{ value }} AS DOUBLE){% endmacro %}
{% macro snowflake__text(value) %}CAST({{ value }} AS VARCHAR){% endmacro %}
{% macro bigquery__month_start(day) %}date_trunc({{ day }}, MONTH){% endmacro %}
{% macro bigquery__month_end(day) %}last_day({{ day }}){% endmacro %}
{% macro bigquery__months_before(day, months) %}date_sub({{ day }}, INTERVAL {{ months }} MONTH){% endmacro %}
{% macro bigquery__next_day(day) %}date_add({{ day }}, INTERVAL 1 DAY){% endmacro %}
{% macro bigquery__days_between(from, to) %}date_diff({{ to }}, {{ from }}, DAY){% endmacro %}
{% macro bigquery__each_month(first, last) %}CROSS JOIN UNNEST(generate_date_array({{ first }}, {{ last }}, INTERVAL 1 MONTH)) AS tick{% endmacro %}
{% macro bigquery__tick(first) %}tick{% endmacro %}
{% macro bigquery__double(value) %}CAST({{ value }} AS FLOAT64){% endmacro %}
{% macro bigquery__text(value) %}CAST({{ value }} AS STRING){% endmacro %}
