### Hoe bevindingen heten.
