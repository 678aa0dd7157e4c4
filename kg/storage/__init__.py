"""What a store is made of: its folder on disk or an endpoint, and what it gains and loses."""
