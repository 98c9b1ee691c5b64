{% for comment in statement.comments %}{{ indent }}// {{ comment }}
{% endfor %}{% if let Some(codes) = statement.codes %}{{ indent }}#disable-diagnostics {{ codes }}
{% endif %}{% for decorator in decorators %}{{ indent }}@{{ decorator }}
{% endfor %}{% for comment in line.comments %}{{ indent }}// {{ comment }}
{% endfor %}{% if let Some(codes) = line.codes %}{{ indent }}#disable-next-line {{ codes }}
{% endif %}{{ indent }}{{ keyword }} {{ symbol }} '{{ ty }}{% if let Some(version) = api_version %}@{{ version }}{% endif %}'{% if existing %} existing{% endif %} = {% if let Some(each) = each %}[
{{ indent }}  {{ each }}{% endif %}{% if let Some(condition) = condition %}if ({{ condition }}) {% endif %}{
{% for entry in entries %}{{ body }}  {{ entry }}
{% endfor %}{% for child in nested %}
{{ child }}
{% endfor %}{{ body }}}{% if each.is_some() %}
{{ indent }}]{% endif %}{% if let Some(codes) = statement.codes %}
{{ indent }}#restore-diagnostics {{ codes }}{% endif %}