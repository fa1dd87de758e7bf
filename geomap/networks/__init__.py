"""Ways between places: the railway atlas, imported networks, estimates."""
