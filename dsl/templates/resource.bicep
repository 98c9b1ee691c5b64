{% for decorator in decorators %}{{ indent }}@{{ decorator }}
{% endfor %}{{ indent }}resource {{ symbol }} '{{ ty }}{% if let Some(version) = api_version %}@{{ version }}{% endif %}'{% if existing %} existing{% endif %} = {
{% for entry in entries %}{{ indent }}  {{ entry }}
{% endfor %}{% for child in nested %}
{{ child }}
{% endfor %}{{ indent }}}
