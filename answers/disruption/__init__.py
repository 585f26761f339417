"""What is told of disruption and of what came of cases: notices, orders and closures, people, judicial outcomes."""
