### Voorwaarden, punten en fasen.
