{{ annotations }}param {{ symbol }} {{ ty }}{% if let Some(default) = default %} = {{ default }}{% endif %}
