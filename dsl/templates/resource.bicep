{% for comment in statement.comments %}{{ indent }}// {{ comment }}
{% endfor %}{% if let Some(codes) = statement.codes %}{{ indent }}#disable-diagnostics {{ codes }}
{% endif %}{% for decorator in decorators %}{{ indent }}@{{ decorator }}
{% endfor %}{% for comment in line.comments %}{{ indent }}// {{ comment }}
{% endfor %}{% if let Some(codes) = line.codes %}{{ indent }}#disable-next-line {{ codes }}
{% endif %}{{ indent }}resource {{ symbol }} '{{ ty }}{% if let Some(version) = api_version %}@{{ version }}{% endif %}'{% if existing %} existing{% endif %} = {
{% for entry in entries %}{{ indent }}  {{ entry }}
{% endfor %}{% for child in nested %}
{{ child }}
{% endfor %}{{ indent }}}{% if let Some(codes) = statement.codes %}
{{ indent }}#restore-diagnostics {{ codes }}{% endif %}