{{ annotations }}func {{ symbol }}{{ definition }}
