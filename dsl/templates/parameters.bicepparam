{% if let Some(signature) = signature %}{{ signature }}
{% endif %}using {% if let Some(template) = template %}'{{ template }}'{% else %}none{% endif %}
{% if let Some(base) = base %}extends '{{ base }}.bicepparam'
{% endif %}{% for var in vars %}
@{{ var.description }}
var {{ var.symbol }} = {{ var.value }}
{% endfor %}{% for (mark, symbol, value) in values %}{% if loop.first %}
{% endif %}{{ mark }}param {{ symbol }} = {{ value }}
{% endfor %}
