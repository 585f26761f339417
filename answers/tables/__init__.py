"""Tables that a reader builds, and those of the 2011 assessment."""
