"""The Helm chart, what in it is written from the code, and how it is checked."""
