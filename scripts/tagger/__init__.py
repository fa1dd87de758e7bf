"""What trains the tagger: readers of labelled corpora and stories that are filled from the gazetteer."""
