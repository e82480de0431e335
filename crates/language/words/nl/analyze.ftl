### Wat bewezen is.
