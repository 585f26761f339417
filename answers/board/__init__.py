"""What boards say of their own arrangements: published facts, in which no child is."""
