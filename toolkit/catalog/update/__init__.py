"""Catalogs brought up to their templates."""
