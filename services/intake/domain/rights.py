"""The text about a pupil's rights: which version is in force (row R33). Its words are in the catalogues."""

RIGHTS_VERSION = "2026-11"
"""Changed with the text; who was given which version stands in the case."""
PARTS = ("safe", "school", "heard", "plan", "statsforvalter", "see")
"""The points of the text, in their order: `rights-<part>`, and `rights-child-<part>` for the pupil."""
