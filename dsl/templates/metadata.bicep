metadata {{ symbol }} = {{ value }}
