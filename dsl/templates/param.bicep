{% for decorator in decorators %}@{{ decorator }}
{% endfor %}param {{ symbol }} {{ ty }}{% if let Some(default) = default %} = {{ default }}{% endif %}
