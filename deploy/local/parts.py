from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from deploy.local import ports
from deploy.local.gateway import Gateway
from deploy.local.kafka import Kafka
from deploy.local.login import Login
from deploy.local.mail import MailSink
from deploy.local.mongodb import MongoDB
from deploy.local.processes import Process
from deploy.local.secrets import Secrets
from deploy.local.tools import Tools


class Part(Protocol):
    """Anything the stack starts and stops."""

    process: Process

    def start(self) -> None: ...
    def stop(self) -> None: ...


@dataclass(frozen=True)
class Parts:
    """Everything that is not one of our services."""

    kafka: Kafka
    mongodb: MongoDB
    login: Login
    mail: MailSink
    gateway: Gateway


def build(
    folder: Path,
    *,
    tools: Tools,
    at: ports.Ports,
    upstreams: Mapping[str, list[int]],
    people: Path,
    secrets: Secrets,
) -> Parts:
    """Make the parts, none of them started; each writes to `folder/logs/<part>.log`."""
    node, modules = tools.node, tools.node_modules

    def log(part: str) -> Path:
        return folder / "logs" / f"{part}.log"

    gateway = Gateway(folder, caddy=tools.caddy, port=at.gateway, upstreams=upstreams, log=log("gateway"))
    return Parts(
        kafka=Kafka(
            folder,
            java=tools.java,
            jars=tools.kafka_jars,
            ports=(at.kafka, at.kafka_controller),
            log=log("kafka"),
            secrets=secrets,
        ),
        mongodb=MongoDB(folder, mongod=tools.mongod, port=at.mongodb, log=log("mongodb"), secrets=secrets),
        login=Login(
            folder,
            node=node,
            modules=modules,
            ports=(at.login_staff, at.login_family),
            base_url=gateway.base_url,
            people=people,
            log=log("login"),
            secrets=secrets,
        ),
        mail=MailSink(
            folder, node=node, modules=modules, smtp_port=at.smtp, web_port=at.mail, log=log("mail")
        ),
        gateway=gateway,
    )
