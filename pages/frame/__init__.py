"""What stands around every page: filter bar, status line, style, and the way a finding is shown."""
