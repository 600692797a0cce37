from tests.shared.storage.conftest import room

__all__ = ["room"]
