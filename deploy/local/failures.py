class CannotRunError(Exception):
    """The local stack cannot go on; the message is one line for the person at the terminal."""
