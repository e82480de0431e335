### Conditions, points et phases.
