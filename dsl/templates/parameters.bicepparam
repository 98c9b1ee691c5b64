{% if let Some(signature) = signature %}{{ signature }}
{% endif %}using '{{ template }}'
{% for (symbol, value) in values %}{% if loop.first %}
{% endif %}param {{ symbol }} = {{ value }}
{% endfor %}
