"""What is told of places: where children live, go missing from, are found and are harmed, and what stands out."""
