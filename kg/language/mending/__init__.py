"""The slips of the parser by kind; `kg.language.mend` puts them right in order."""
