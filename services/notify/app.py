"""Notify, put together: the only place that reads settings and makes things."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from services.notify.domain.address import Address
from services.notify.domain.letter import Letter
from services.notify.letters.rendering import letters
from services.notify.letters.writing import Writer
from services.notify.mail.smtp import SmtpPool, SmtpServer
from services.notify.sending.delivering import Delivering
from services.notify.sending.sender import Sender
from services.notify.settings import NotifySettings
from services.notify.storage.post import GroupWords, Known, Post
from services.notify.storage.senders import SenderLease
from services.notify.subscriptions import subscriptions
from services.notify.timers import dues
from services.notify.web.api import api_router
from services.notify.web.link_pages import link_router
from services.notify.web.pages import page_router
from shared.access import CaseAccess
from shared.directory import Directory
from shared.kernel import Kernel, Service, web_app
from shared.links import Links
from shared.web.permissions import ProjectedAccess

HERE = Path(__file__).parent


@dataclass(frozen=True)
class House:
    """The service, and the parts of it that a test looks into."""

    service: Service
    post: Post
    writer: Writer
    sender: Sender


def build(settings: NotifySettings | None = None) -> Service:
    """The service, built and not yet running."""
    return assemble(settings or NotifySettings.from_environment()).service


def assemble(settings: NotifySettings) -> House:
    """Everything, made once and wired."""
    kernel = Kernel(settings)
    directory = Directory(kernel.database, keys=kernel.keys, with_contacts=True)
    access = CaseAccess(kernel.database, keys=kernel.keys, clock=kernel.clock)
    links = Links(settings.link_keys)
    post = Post(
        letters=kernel.store("letters", Letter),
        addresses=kernel.store("addresses", Address),
        words=kernel.projection("group_words", GroupWords),
        known=kernel.projection("known", Known, scope_of=lambda _: "known"),
        directory=directory,
        access=access,
        clock=kernel.clock,
        sender=SenderLease(kernel.database),
    )
    writer = Writer(
        letters(),
        directory=directory,
        links=links,
        base_url=settings.base_url,
        from_address=settings.mail_from_address,
    )
    server = SmtpServer.from_url(settings.smtp_url.get_secret_value(), starttls=settings.smtp_starttls)
    pool = SmtpPool(server, connections=settings.smtp_connections)
    sender = Sender(post, Delivering(post, writer, pool), connections=settings.smtp_connections)
    service = Service(
        kernel,
        subscriptions=[*directory.subscriptions(), *access.subscriptions(), *subscriptions(post)],
        dues=dues(post),
        prepare=[directory.prepare, access.prepare, post.prepare],
        background=[sender.run],
        web=partial(
            web_app,
            directory=directory,
            access=ProjectedAccess(access),
            templates=HERE / "web" / "templates",
            locales=HERE / "locales",
            routers=lambda pages: [
                api_router(post),
                page_router(post, writer, pages),
                link_router(post, links, pages),
            ],
            state={"post": post},
        ),
    )
    return House(service, post, writer, sender)
