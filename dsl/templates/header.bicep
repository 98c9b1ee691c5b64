{% if let Some(signature) = signature %}{{ signature }}
{% endif %}{% if let Some(scope) = scope %}targetScope = '{{ scope }}'
{% endif %}
