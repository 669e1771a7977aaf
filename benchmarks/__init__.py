"""What newsmodel does with real documents, measured; the tables of docs/explanation/real_documents.md come from here."""
