{{ annotations }}output {{ symbol }} {{ ty }} = {{ value }}
