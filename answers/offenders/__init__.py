"""What is told of possible offenders: groups 1 and 2 side by side, those without a name counted only."""
