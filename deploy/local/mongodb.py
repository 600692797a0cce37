import contextlib
import os
from pathlib import Path
from typing import Any

from pymongo import MongoClient
from pymongo.errors import AutoReconnect, ConnectionFailure, OperationFailure

from deploy.local.failures import CannotRunError
from deploy.local.ports import is_open
from deploy.local.processes import Process
from deploy.local.secrets import Secrets

SERVICES = ("intake", "meetings", "notify", "escalation")

_ALREADY_INITIALIZED = 23
_USER_EXISTS = 51003
_ADMIN = "admin"


class MongoDB:
    """A replica set of one, where each service sees its own two databases and nothing else."""

    def __init__(self, folder: Path, *, mongod: Path, port: int, log: Path, secrets: Secrets) -> None:
        self._port = port
        self._secrets = secrets
        secrets.password("mongodb-cluster")
        data = folder / "mongodb"
        data.mkdir(parents=True, exist_ok=True)
        self.process = Process("MongoDB", _command(mongod, data, port, secrets), log=log)

    def start(self) -> None:
        """Return when the node is primary and every user exists."""
        self.process.start()
        self.process.wait_until(lambda: is_open(self._port), within_s=60)
        with self._client() as client:
            self._initiate(client)
            self.process.wait_until(lambda: _is_primary(client), within_s=60)
            self._create_admin(client)
        self._create_service_users()

    def stop(self) -> None:
        self.process.stop()

    def url(self, database: str) -> str:
        """Return how the one user of this database (`intake`, `intake_keys`, …) reaches it."""
        user = _user_of(database)
        return self._url(user, self._secrets.password(f"mongodb-{user}"), database)

    def admin_url(self, database: str = _ADMIN) -> str:
        """Return how to reach any database, for tests that need one of their own."""
        return self._url(_ADMIN, self._secrets.password("mongodb-admin"), database)

    def _url(self, user: str, password: str, database: str) -> str:
        return f"mongodb://{user}:{password}@127.0.0.1:{self._port}/{database}?replicaSet=rs0&authSource={_ADMIN}"

    def _client(self) -> MongoClient[Any]:
        return MongoClient("127.0.0.1", self._port, directConnection=True, serverSelectionTimeoutMS=10_000)

    def _initiate(self, client: MongoClient[Any]) -> None:
        only = {"_id": 0, "host": f"127.0.0.1:{self._port}"}
        try:
            client.admin.command("replSetInitiate", {"_id": "rs0", "members": [only]})
        except OperationFailure as error:
            # A restart finds its set, and does not let us ask without signing in: all is there already.
            if error.code != _ALREADY_INITIALIZED and "requires authentication" not in str(error):
                raise CannotRunError(f"MongoDB refused to become a replica set: {error}") from error

    def _create_admin(self, client: MongoClient[Any]) -> None:
        # The first user may be made from this machine without signing in; after that nobody may.
        with contextlib.suppress(OperationFailure):
            client.admin.command(
                "createUser", _ADMIN, pwd=self._secrets.password("mongodb-admin"), roles=["root"]
            )

    def _create_service_users(self) -> None:
        client: MongoClient[Any]
        with MongoClient(self.admin_url()) as client:
            for database in (name for service in SERVICES for name in (service, f"{service}_keys")):
                user = _user_of(database)
                password = self._secrets.password(f"mongodb-{user}")
                roles = [{"role": "readWrite", "db": database}]
                try:
                    client.admin.command("createUser", user, pwd=password, roles=roles)
                except OperationFailure as error:
                    if error.code != _USER_EXISTS:
                        raise


def _command(mongod: Path, data: Path, port: int, secrets: Secrets) -> list[str]:
    # The cluster's key file; mongod insists that nobody else may read it.
    key_file = os.fspath(secrets.file("mongodb-cluster"))
    where = ["--dbpath", os.fspath(data), "--bind_ip", "127.0.0.1", "--port", str(port), "--nounixsocket"]
    cluster = ["--replSet", "rs0", "--auth", "--keyFile", key_file, "--oplogSize", "256"]
    small = [
        *("--wiredTigerCacheSizeGB", "0.5", "--quiet"),
        *("--setParameter", "diagnosticDataCollectionEnabled=false"),
    ]
    return [os.fspath(mongod), *where, *cluster, *small]


def _user_of(database: str) -> str:
    return database.replace("_", "-")


def _is_primary(client: MongoClient[Any]) -> bool:
    try:
        return bool(client.admin.command("hello")["isWritablePrimary"])
    except (AutoReconnect, ConnectionFailure):
        return False
