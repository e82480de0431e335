### Wie verschuift als regels veranderen, wat bewezen is, wat afgesproken is.
