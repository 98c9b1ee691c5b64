{% for decorator in decorators %}@{{ decorator }}
{% endfor %}type {{ symbol }} = {{ ty }}