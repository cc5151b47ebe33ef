{% macro month_start(day) %}trunc({{ day }}, 'MM'){% endmacro %}
{% macro month_end(day) %}last_day({{ day }}){% endmacro %}
{% macro next_day(day) %}date_add({{ day }}, 1){% endmacro %}
{% macro days_between(from, to) %}datediff({{ to }}, {{ from }}){% endmacro %}
{% macro months(first, last) %}explode(sequence({{ first }}, {{ last }}, INTERVAL 1 MONTH)){% endmacro %}
{% macro double(value) %}CAST({{ value }} AS DOUBLE){% endmacro %}
