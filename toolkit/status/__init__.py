"""Decided messages to tallies and rows."""
