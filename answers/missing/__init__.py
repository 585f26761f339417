"""The findings of missing episodes, in the order of the page's sections."""
