### Wat niet gelezen kan worden.
