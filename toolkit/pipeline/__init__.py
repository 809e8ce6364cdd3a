"""One file per command: read, call the stages, plan outputs."""
