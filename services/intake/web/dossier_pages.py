"""The whole case as a package: asked for, taken home, delivered to the archive; by leadership alone."""

from typing import Annotated, Any

from fastapi import Request
from pydantic import AwareDatetime, BaseModel, Field
from starlette.responses import RedirectResponse, Response, StreamingResponse

from services.intake.commands.take_out_case import (
    AskForDossier,
    ask_for_dossier,
    deliver_dossier,
    parties_of,
)
from services.intake.domain.dossier import PURPOSES, Dossier, Purpose, Variant
from services.intake.storage.house import Intake
from services.intake.web.drawing import Drawing
from services.intake.web.words import errors_in_words, reader_language
from shared.errors import Hidden, Refusal
from shared.web.forms import read_form
from shared.web.guards import GuardedRouter, SignedIn, anyone, case_access
from shared.web.idempotency import FIELD, IdempotencyKey, new_idempotency_key

_CAREFUL = {"x-content-type-options": "nosniff", "cache-control": "no-store"}
PersonId = Annotated[str, Field(max_length=64)]


class DossierForm(BaseModel):
    """Everything, or one party's version of it; for what, and for whom."""

    variant: Variant = "full"
    party_id: PersonId | None = None
    purpose: Purpose
    recipient: str | None = Field(default=None, max_length=200)


class DossierView(BaseModel):
    """How far a package has come."""

    dossier_id: str
    variant: Variant
    party_id: str | None
    purpose: Purpose
    asked_by: str
    asked_at: AwareDatetime
    made_at: AwareDatetime | None
    size: int | None
    sha256: str | None
    missing: list[str] = Field(description="services whose part is not there (yet)")
    sent_at: AwareDatetime | None
    receipt: str | None
    refused: str | None


class DossierMade(BaseModel):
    id: str


class PublicKey(BaseModel):
    algorithm: str
    public_key: str = Field(description="base64; what packages from this municipality are signed with")


def dossier_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    leads = case_access("decide")

    async def page(request: Request, case_id: str, status: int = 200, **more: Any) -> Response:
        case = await house.cases.get(case_id)
        if case is None:
            raise Hidden
        found = await house.dossiers.find({"case_id": case_id}, sort=[("asked_at", -1)])
        ids = await parties_of(case, house=house)
        people = await house.directory.people_by_id(sorted(ids | {one.asked_by for one in found}))
        told = {
            "case": case,
            "dossiers": found,
            "people": people,
            "parties": sorted(((id_, people[id_].name) for id_ in ids if id_ in people), key=lambda p: p[1]),
            "purposes": PURPOSES,
            "archive": house.archive is not None,
            "values": {"variant": "full", "purpose": PURPOSES[0]},
            "key_field": FIELD,
            "key": new_idempotency_key(),
            "active": "cases",
            **more,
        }
        return draw.page(request, "out/dossiers.html", status, **told)

    @router.get("/cases/{case_id}/dossiers", allow=leads)
    async def show(request: Request, case_id: str) -> Response:
        return await page(request, case_id)

    @router.post("/cases/{case_id}/dossiers", allow=leads)
    async def ask(request: Request, case_id: str, who: SignedIn, key: IdempotencyKey) -> Response:
        form = await read_form(request, DossierForm)
        if form.value is not None:
            command = AskForDossier(
                case_id=case_id,
                key=key,
                by=who.person_id,
                language=reader_language(request),
                **form.value.model_dump(),
            )
            try:
                await ask_for_dossier(command, house=house)
            except Refusal as refused:
                for field, code in refused.fields.items():
                    form.refuse(field, code)
                if not refused.fields:
                    raise
            else:
                return RedirectResponse(f"/cases/{case_id}/dossiers", 303)
        return await page(
            request, case_id, 422, values=form.kept, errors=errors_in_words(request, form), key=key
        )

    @router.get("/cases/{case_id}/dossiers/{dossier_id}/file", allow=leads)
    async def take(case_id: str, dossier_id: str) -> Response:
        return await _content(case_id, dossier_id, house)

    @router.post("/cases/{case_id}/dossiers/{dossier_id}/deliver", allow=leads)
    async def deliver(case_id: str, dossier_id: str, who: SignedIn) -> Response:
        await deliver_dossier(case_id, dossier_id, by=who.person_id, house=house)
        return RedirectResponse(f"/cases/{case_id}/dossiers", 303)


def dossier_api(house: Intake, router: GuardedRouter) -> None:
    leads = case_access("decide")

    @router.post("/api/intake/cases/{case_id}/dossiers", allow=leads, status_code=202)
    async def ask(
        request: Request, case_id: str, body: DossierForm, who: SignedIn, key: IdempotencyKey
    ) -> DossierMade:
        """Have the whole case put together, signed; its id. The same Idempotency-Key is the same package."""
        command = AskForDossier(
            case_id=case_id, key=key, by=who.person_id, language=reader_language(request), **body.model_dump()
        )
        return DossierMade(id=await ask_for_dossier(command, house=house))

    @router.get("/api/intake/cases/{case_id}/dossiers/{dossier_id}", allow=leads)
    async def show(case_id: str, dossier_id: str) -> DossierView:
        """How far it has come; `made_at` says that the file can be fetched."""
        found = await _dossier(case_id, dossier_id, house)
        made, delivery = found.made, found.delivery
        return DossierView(
            dossier_id=found.id,
            made_at=made.at if made else None,
            size=made.size if made else None,
            sha256=made.sha256 if made else None,
            missing=list(made.missing if made else found.missing),
            sent_at=delivery.sent_at if delivery else None,
            receipt=delivery.receipt if delivery else None,
            refused=delivery.refused if delivery else None,
            **found.model_dump(include={"variant", "party_id", "purpose", "asked_by", "asked_at"}),
        )

    @router.get("/api/intake/cases/{case_id}/dossiers/{dossier_id}/file", allow=leads)
    async def take(case_id: str, dossier_id: str) -> Response:
        """The package, a zip; 404 until it is made."""
        return await _content(case_id, dossier_id, house)

    @router.post("/api/intake/cases/{case_id}/dossiers/{dossier_id}/delivery", allow=leads, status_code=202)
    async def deliver(case_id: str, dossier_id: str, who: SignedIn) -> DossierMade:
        """Deliver it to the archive; the receipt stands on the dossier when it has come."""
        await deliver_dossier(case_id, dossier_id, by=who.person_id, house=house)
        return DossierMade(id=dossier_id)

    @router.get("/api/intake/signing-key", allow=anyone("a public key is for everybody who checks a package"))
    async def signing_key(request: Request) -> PublicKey:
        """What packages are signed with; give it to `verify-dossier`."""
        return PublicKey(algorithm="Ed25519", public_key=request.app.state.signer.public_key)


async def _dossier(case_id: str, dossier_id: str, house: Intake) -> Dossier:
    found = await house.dossiers.get(dossier_id)
    if found is None or found.case_id != case_id:
        raise Hidden
    return found


async def _content(case_id: str, dossier_id: str, house: Intake) -> Response:
    found = await _dossier(case_id, dossier_id, house)
    if found.made is None:
        raise Hidden
    headers = {
        **_CAREFUL,
        "content-disposition": f'attachment; filename="{found.file_name}"',
        "content-length": str(found.made.size),
    }
    content = house.files.read(found.id, found.scope(), found.made.pieces)
    return StreamingResponse(content, media_type="application/zip", headers=headers)
