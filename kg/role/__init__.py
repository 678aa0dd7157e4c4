"""Who fills the roles of a match."""
