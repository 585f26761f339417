"""What is told of groups of possible offenders: worked out from their members, and never of one group alone."""
