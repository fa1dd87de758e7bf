"""One file (or folder) for each kind of claim: how it is found and how it is judged."""
