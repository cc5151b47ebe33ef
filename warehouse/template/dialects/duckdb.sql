{% macro month_start(day) %}CAST(date_trunc('month', {{ day }}) AS DATE){% endmacro %}
{% macro month_end(day) %}last_day({{ day }}){% endmacro %}
{% macro months_before(day, months) %}CAST({{ day }} - INTERVAL {{ months }} MONTH AS DATE){% endmacro %}
{% macro next_day(day) %}({{ day }} + 1){% endmacro %}
{% macro days_between(from, to) %}({{ to }} - {{ from }}){% endmacro %}
{% macro each_month(first, last) %}CROSS JOIN LATERAL (SELECT unnest(generate_series({{ first }}, {{ last }}, INTERVAL 1 MONTH)) AS tick) AS t{% endmacro %}
{% macro tick(first) %}CAST(t.tick AS DATE){% endmacro %}
{% macro double(value) %}CAST({{ value }} AS DOUBLE){% endmacro %}
{% macro text(value) %}CAST({{ value }} AS VARCHAR){% endmacro %}
