"""Who may see what: the server's start, its modes, and the rules of every answer it sends."""
