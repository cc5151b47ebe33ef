{% macro month_start(day) %}CAST(date_trunc('month', {{ day }}) AS DATE){% endmacro %}
{% macro month_end(day) %}last_day({{ day }}){% endmacro %}
{% macro months_before(day, months) %}add_months({{ day }}, -{{ months }}){% endmacro %}
{% macro next_day(day) %}dateadd('day', 1, {{ day }}){% endmacro %}
{% macro days_between(from, to) %}datediff('day', {{ from }}, {{ to }}){% endmacro %}
{% macro each_month(first, last) %}CROSS JOIN LATERAL flatten(INPUT => array_generate_range(0, datediff('month', {{ first }}, {{ last }}) + 1)) AS t{% endmacro %}
{% macro tick(first) %}dateadd('month', t.value, {{ first }}){% endmacro %}
{% macro double(value) %}CAST({{ value }} AS DOUBLE){% endmacro %}
{% macro text(value) %}CAST({{ value }} AS VARCHAR){% endmacro %}
