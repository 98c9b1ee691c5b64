{% for decorator in decorators %}@{{ decorator }}
{% endfor %}output {{ symbol }} {{ ty }} = {{ value }}
