"""The front page: what changed, the headline figures, how complete the records are, and who has not answered."""
