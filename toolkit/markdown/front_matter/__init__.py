"""Front matter: where it stands, the texts in it that people read, and translations in their places."""
