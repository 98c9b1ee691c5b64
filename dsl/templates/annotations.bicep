{% if let Some(section) = section %}{{ section }}

{% endif %}{% for comment in comments %}{{ indent }}// {{ comment }}
{% endfor %}{% for comment in statement.comments %}{{ indent }}// {{ comment }}
{% endfor %}{% if let Some(codes) = statement.codes %}{{ indent }}#disable-diagnostics {{ codes }}
{% endif %}{% for decorator in decorators %}{{ indent }}@{{ decorator }}
{% endfor %}{% for comment in line.comments %}{{ indent }}// {{ comment }}
{% endfor %}{% if let Some(codes) = line.codes %}{{ indent }}#disable-next-line {{ codes }}
{% endif %}
