"""Findings of the return interviews page."""
