{% for decorator in decorators %}@{{ decorator }}
{% endfor %}var {{ symbol }} = {{ value }}
