### Ce qui est prouvé.
