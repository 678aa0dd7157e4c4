"""What a merge is made of: one entity, one event, publishers counted, decisions kept."""
