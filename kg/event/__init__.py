"""Which facts of one document tell one event, and which arguments the sentences around it lend it."""
