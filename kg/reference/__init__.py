"""Which entity a mention means: names, roles, pronouns, "the company", "the defendants"."""
