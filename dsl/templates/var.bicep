{{ annotations }}var {{ symbol }}{% if let Some(ty) = ty %} {{ ty }}{% endif %} = {{ value }}
