"""What is wrong with translations and articles: rules that find it, in words that help to mend it."""
