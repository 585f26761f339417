"""How good the records are: what each agency leaves out, how late it is, and what cannot be concluded for it."""
