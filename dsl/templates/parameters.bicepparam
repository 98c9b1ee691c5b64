{% if let Some(signature) = signature %}{{ signature }}
{% endif %}using {% if let Some(template) = template %}'{{ template }}'{% else %}none{% endif %}
{% if let Some(base) = base %}extends '{{ base }}.bicepparam'
{% endif %}{% if let Some(head) = head %}
{{ head }}{% endif %}{% for var in vars %}
@{{ var.description }}
var {{ var.symbol }}{% if let Some(ty) = var.ty %} {{ ty }}{% endif %} = {{ var.value }}
{% endfor %}{% for (mark, symbol, value) in values %}{% if loop.first %}
{% endif %}{{ mark }}param {{ symbol }} = {{ value }}
{% endfor %}
