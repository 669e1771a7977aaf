"""What reading documents rests on, for formats and for extraction: HTML, schema.org's words, white space, times."""
