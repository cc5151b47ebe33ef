{% macro month_start(day) %}date_trunc({{ day }}, MONTH){% endmacro %}
{% macro month_end(day) %}last_day({{ day }}){% endmacro %}
{% macro months_before(day, months) %}date_sub({{ day }}, INTERVAL {{ months }} MONTH){% endmacro %}
{% macro next_day(day) %}date_add({{ day }}, INTERVAL 1 DAY){% endmacro %}
{% macro days_between(from, to) %}date_diff({{ to }}, {{ from }}, DAY){% endmacro %}
{% macro each_month(first, last) %}CROSS JOIN UNNEST(generate_date_array({{ first }}, {{ last }}, INTERVAL 1 MONTH)) AS tick{% endmacro %}
{% macro tick(first) %}tick{% endmacro %}
{% macro double(value) %}CAST({{ value }} AS FLOAT64){% endmacro %}
{% macro text(value) %}CAST({{ value }} AS STRING){% endmacro %}
