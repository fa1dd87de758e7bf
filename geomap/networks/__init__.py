"""Ways between places: the railway atlas, the user's own networks, and estimates where neither reaches."""
