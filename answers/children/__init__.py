"""What is told of the children identified as victims of exploitation, or as at risk of it."""
