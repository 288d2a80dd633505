"""Grammar: nouns, verbs and phrases around a number, from tables of words."""
