### Wat de gegevens over de regels laten zien.

# They are so many that such data is refused, unless --max-invalid allows it.
they-are-so-many-that-such-data-is-445a6b = Het zijn er zoveel dat zulke gegevens geweigerd worden, tenzij --max-invalid ze toelaat.
