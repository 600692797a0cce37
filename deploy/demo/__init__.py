"""The story of one case, from a parent's sentence to the school owner's acknowledgement.

`python -m deploy.demo` plays it on the whole product. `story/` holds its steps, one a file; the journeys in
`tests/journeys` play the same steps.
"""
