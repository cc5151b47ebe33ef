{% macro month_start(day) %}CAST(date_trunc('month', {{ day }}) AS DATE){% endmacro %}
{% macro month_end(day) %}CAST(date_trunc('month', {{ day }}) + INTERVAL '1 month' - INTERVAL '1 day' AS DATE){% endmacro %}
{% macro next_day(day) %}({{ day }} + 1){% endmacro %}
{% macro days_between(from, to) %}({{ to }} - {{ from }}){% endmacro %}
{% macro months(first, last) %}generate_series({{ first }}, {{ last }}, INTERVAL '1 month'){% endmacro %}
{% macro double(value) %}CAST({{ value }} AS DOUBLE PRECISION){% endmacro %}
