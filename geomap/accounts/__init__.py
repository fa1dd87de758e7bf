"""What several claims say together: comparisons and journeys."""
