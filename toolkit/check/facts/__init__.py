"""Reading facts in a text: numbers, quantities, signs, and whether another text says the same."""
