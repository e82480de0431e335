### Ce que les données montrent des règles.

# They are so many that such data is refused, unless --max-invalid allows it.
they-are-so-many-that-such-data-is-445a6b = Il y en a tant que de telles données sont refusées, sauf si --max-invalid les admet.
