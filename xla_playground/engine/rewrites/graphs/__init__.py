"""Edit traced graphs: ``FunctionDef`` messages."""
