"""Notify, put together: the only place that reads settings and makes things."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from services.notify.commands.know_what_went import know_what_went
from services.notify.domain.address import Address
from services.notify.domain.answer import Answer
from services.notify.domain.beat import BeatAnswer
from services.notify.domain.calendar_reply import CalendarReply
from services.notify.domain.calm import QuietHours
from services.notify.domain.letter import Letter
from services.notify.domain.text_month import TextMonth
from services.notify.domain.trial import Trial
from services.notify.domain.wishes import Wishes
from services.notify.domain.wording import Wording
from services.notify.incoming.listener import Listener
from services.notify.letters.rendering import letters
from services.notify.letters.writing import Writer
from services.notify.mail.dkim import Signer
from services.notify.mail.preflight import look_at_mail_server
from services.notify.mail.return_address import ReturnAddresses
from services.notify.mail.smtp import SmtpPool, SmtpServer
from services.notify.reactions.when_escalation_beats import when_escalation_beats
from services.notify.reactions.when_mail_returns import when_mail_returns
from services.notify.sending.delivering import Conduct, Delivering
from services.notify.sending.pacing import Pace
from services.notify.sending.sender import Sender
from services.notify.settings import NotifySettings
from services.notify.storage.copies import Copies
from services.notify.storage.gone import GoneBefore
from services.notify.storage.post import GroupWords, Known, Post
from services.notify.storage.senders import SenderLease
from services.notify.subscriptions import subscriptions
from services.notify.timers import dues
from services.notify.web.answer_pages import answer_router
from services.notify.web.api import api_router
from services.notify.web.link_pages import link_router
from services.notify.web.mailing_pages import mailing_router
from services.notify.web.municipality_pages import municipality_router
from services.notify.web.pages import page_router
from services.notify.web.print_pages import print_router
from services.notify.web.wording_pages import wording_router
from shared.access import CaseAccess
from shared.contracts.escalation import EscalationBeatV1
from shared.directory import Directory
from shared.kernel import Kernel, Service, web_app
from shared.links import Links
from shared.messaging.consuming import On
from shared.web.permissions import ProjectedAccess

HERE = Path(__file__).parent


@dataclass(frozen=True)
class House:
    """The service, and the parts of it that a test looks into."""

    service: Service
    post: Post
    writer: Writer
    sender: Sender
    listener: Listener | None


def build(settings: NotifySettings | None = None) -> Service:
    """The service, built and not yet running."""
    return assemble(settings or NotifySettings.from_environment()).service


def _signer(settings: NotifySettings) -> Signer | None:
    if settings.dkim_key is None:
        return None
    domain = settings.mail_from_address.rpartition("@")[2]
    pem = settings.dkim_key.get_secret_value().encode()
    return Signer.from_pem(pem, domain=domain, selector=settings.dkim_selector)


def assemble(settings: NotifySettings) -> House:
    """Everything, made once and wired."""
    kernel = Kernel(settings)
    directory = Directory(kernel.database, keys=kernel.keys, with_contacts=True)
    access = CaseAccess(kernel.database, keys=kernel.keys, clock=kernel.clock)
    links = Links(settings.link_keys)
    post = Post(
        letters=kernel.store("letters", Letter),
        addresses=kernel.store("addresses", Address),
        trials=kernel.store("trials", Trial),
        answers=kernel.store("answers", Answer),
        calendar_replies=kernel.store("calendar_replies", CalendarReply),
        wordings=kernel.store("wordings", Wording),
        wishes=kernel.store("wishes", Wishes),
        copies=Copies(
            kernel.keys,
            kernel.store("text_months", TextMonth, keeps_history=False),
            keep_days=settings.letter_text_days,
        ),
        words=kernel.projection("group_words", GroupWords),
        known=kernel.projection("known", Known, scope_of=lambda _: "known"),
        directory=directory,
        access=access,
        clock=kernel.clock,
        sender=SenderLease(kernel.database),
        gone=GoneBefore(kernel.database),
    )
    returning = None
    if settings.mail_return_address is not None:
        returning = ReturnAddresses(settings.mail_return_address, settings.link_keys)
    writer = Writer(
        letters(),
        directory=directory,
        links=links,
        base_url=settings.base_url,
        from_address=settings.mail_from_address,
        returning=returning,
        signer=_signer(settings),
    )
    server = SmtpServer.from_url(settings.smtp_url.get_secret_value(), starttls=settings.smtp_starttls)
    pool = SmtpPool(server, connections=settings.smtp_connections)
    delivering = Delivering(
        post,
        writer,
        pool,
        Conduct(QuietHours(settings.quiet_from, settings.quiet_until)),
        Pace(burst=settings.domain_burst, per_second=settings.domain_per_second),
    )
    sender = Sender(post, delivering, connections=settings.smtp_connections)
    listener = None
    if returning is not None and settings.lmtp_port is not None:
        listener = Listener(
            lambda content, sender, about: when_mail_returns(content, sender=sender, about=about, post=post),
            returning,
            host=settings.lmtp_host,
            port=settings.lmtp_port,
        )
    answers = kernel.store("beat_answers", BeatAnswer, keeps_history=False)
    beats = [
        On(EscalationBeatV1, react=partial(when_escalation_beats, beats=answers, mail_server=pool.check))
    ]
    service = Service(
        kernel,
        subscriptions=[*directory.subscriptions(), *access.subscriptions(), *subscriptions(post), *beats],
        dues=dues(post),
        prepare=[directory.prepare, access.prepare, post.prepare],
        background=[sender.run] if listener is None else [sender.run, listener.run],
        after_restore=[partial(know_what_went, post=post, kafka=kernel.kafka)],
        preflight=[partial(look_at_mail_server, server, settings.mail_from_address)],
        web=partial(
            web_app,
            directory=directory,
            access=ProjectedAccess(access),
            templates=HERE / "web" / "templates",
            locales=HERE / "locales",
            routers=lambda pages: [
                api_router(post),
                page_router(post, writer, pages),
                answer_router(post, pages),
                municipality_router(post, pages),
                mailing_router(post, pages),
                print_router(post, writer, pages),
                wording_router(post, writer, pages),
                link_router(post, links, pages),
            ],
            state={"post": post},
        ),
    )
    return House(service, post, writer, sender, listener)
