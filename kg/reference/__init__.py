"""Which entity a mention means, and which facts of one document tell of one event."""
