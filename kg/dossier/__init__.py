"""What many documents say, for a reader: cases, conflicts, timelines, accounts, doubts."""
