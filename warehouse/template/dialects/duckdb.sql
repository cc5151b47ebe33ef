{% macro month_start(day) %}CAST(date_trunc('month', {{ day }}) AS DATE){% endmacro %}
{% macro month_end(day) %}last_day({{ day }}){% endmacro %}
{% macro next_day(day) %}({{ day }} + 1){% endmacro %}
{% macro days_between(from, to) %}({{ to }} - {{ from }}){% endmacro %}
{% macro months(first, last) %}unnest(generate_series({{ first }}, {{ last }}, INTERVAL 1 MONTH)){% endmacro %}
{% macro double(value) %}CAST({{ value }} AS DOUBLE){% endmacro %}
