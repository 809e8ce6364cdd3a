"""What protects readers and pages from a translation: always errors, and no PO file switches them off."""
