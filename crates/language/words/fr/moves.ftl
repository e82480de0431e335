### Qui se déplace quand les règles changent, ce qui est prouvé, ce qui est convenu.
