### Ce qui ne peut être lu.
