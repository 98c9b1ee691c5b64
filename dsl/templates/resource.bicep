{{ annotations }}{{ indent }}{{ keyword }} {{ symbol }} '{{ ty }}{% if let Some(version) = api_version %}@{{ version }}{% endif %}'{% if existing %} existing{% endif %} = {% if let Some(each) = each %}[
{{ indent }}  {{ each }}{% endif %}{% if let Some(condition) = condition %}if ({{ condition }}) {% endif %}{% if is_empty %}{}{% else %}{
{% for entry in entries %}{{ body }}  {{ entry }}
{% endfor %}{% for (mark, child) in nested %}
{{ mark }}{{ child }}
{% endfor %}{{ body }}}{% endif %}{% if each.is_some() %}
{{ indent }}]{% endif %}{% if let Some(codes) = annotations.statement.codes %}
{{ indent }}#restore-diagnostics {{ codes }}{% endif %}