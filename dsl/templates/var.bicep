{{ annotations }}var {{ symbol }} = {{ value }}
