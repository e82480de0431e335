### Velden, namen en wat aangegeven is.
