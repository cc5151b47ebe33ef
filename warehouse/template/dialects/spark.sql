{% macro month_start(day) %}trunc({{ day }}, 'MM'){% endmacro %}
{% macro month_end(day) %}last_day({{ day }}){% endmacro %}
{% macro months_before(day, months) %}add_months({{ day }}, -{{ months }}){% endmacro %}
{% macro next_day(day) %}date_add({{ day }}, 1){% endmacro %}
{% macro days_between(from, to) %}datediff({{ to }}, {{ from }}){% endmacro %}
{% macro each_month(first, last) %}LATERAL VIEW explode(sequence({{ first }}, {{ last }}, INTERVAL 1 MONTH)) t AS tick{% endmacro %}
{% macro tick(first) %}t.tick{% endmacro %}
{% macro double(value) %}CAST({{ value }} AS DOUBLE){% endmacro %}
{% macro text(value) %}CAST({{ value }} AS STRING){% endmacro %}
