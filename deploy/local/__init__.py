"""The whole product on one machine, with real parts and nothing preinstalled but Python.

`Stack` starts a real MongoDB, Kafka, mail sink, login and gateway and then the four services; tests, the
demo, the measurements and `python -m deploy.local up` all use it. No containers are involved.
"""

from deploy.local.failures import CannotRunError
from deploy.local.stack import Stack

__all__ = ["CannotRunError", "Stack"]
