from typing import Any

# token types are tuples that make a type of any attribute
Comment: Any
Keyword: Any
Name: Any
Number: Any
Operator: Any
String: Any
