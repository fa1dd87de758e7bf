"""Places of the world, and which of them a mention means."""
