"""PO files as files: headers, plural forms, agreement with folder and template."""
