"""Who Says?: from annotated articles to pages that show what each statement rests on."""
