### Les noms des constats.
