"""Findings of the page on services and need."""
