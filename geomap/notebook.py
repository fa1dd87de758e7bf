"""Reports, journeys and routes as a notebook shows them."""
