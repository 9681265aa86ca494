# Messages that rules share. The messages of a rule are on its page (check/rules).

write = Write “{ $text }”
replaced-again = { $first }, now { $now }
