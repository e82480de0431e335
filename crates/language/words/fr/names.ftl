### Champs, noms et déclarations.
